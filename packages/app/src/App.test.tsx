import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks people to sign in with GitHub', async () => {
    // As the backend hands configuration to the page.
    const config = document.createElement('script');
    config.type = 'backstage.io/config';
    config.textContent = JSON.stringify([
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ]);
    document.head.append(config);

    render(App.createRoot());

    expect(
      await screen.findByText(
        'Sign in with your GitHub account',
        {},
        // The whole app is loaded on the way.
        { timeout: 30_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Sign In' })).toBeEnabled();
  }, 60_000);
});
