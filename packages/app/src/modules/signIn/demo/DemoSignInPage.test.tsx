import { IdentityApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DemoSignInPage } from './DemoSignInPage';
import { mockDemoBackend } from './mockDemoBackend';

const people = [
  { user: 'ana', name: 'Ana Moreira', role: 'Developer', team: 'Payments' },
  { user: 'dana', name: 'Dana Weiss', role: 'Lead', team: 'Storefront' },
];

const ana = { name: 'Ana Moreira Developer, Payments' };
const dana = { name: 'Dana Weiss Lead, Storefront' };

function renderPage() {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const { unmount } = renderInTestApp(
    <DemoSignInPage people={people} onSignInSuccess={onSignInSuccess} />,
  );
  const signedIn = async () => {
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    return onSignInSuccess.mock.calls[0][0];
  };
  return { onSignInSuccess, signedIn, unmount };
}

async function userOf(identity: IdentityApi) {
  return (await identity.getBackstageIdentity()).userEntityRef;
}

describe('DemoSignInPage', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('lists everybody with their role and team, and asks the backend nothing yet', async () => {
    const fetch = mockDemoBackend();
    renderPage();

    expect(await screen.findByRole('button', ana)).toBeVisible();
    expect(screen.getByRole('button', dana)).toBeVisible();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('signs in as the person chosen', async () => {
    const fetch = mockDemoBackend();
    const { signedIn } = renderPage();
    await userEvent.click(await screen.findByRole('button', dana));

    expect(await userOf(await signedIn())).toBe('user:default/dana');
    expect(fetch).toHaveBeenCalledWith(
      'http://localhost:7007/api/auth/demo/refresh',
      expect.anything(),
    );
  });

  it('works by keyboard alone', async () => {
    mockDemoBackend();
    const { signedIn } = renderPage();
    await screen.findByRole('button', ana);
    await userEvent.tab();
    expect(screen.getByRole('button', ana)).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');

    expect(await userOf(await signedIn())).toBe('user:default/dana');
  });

  it('remembers the choice when the page is loaded again', async () => {
    mockDemoBackend();
    const first = renderPage();
    await userEvent.click(await screen.findByRole('button', ana));
    await first.signedIn();
    first.unmount();

    expect(await userOf(await renderPage().signedIn())).toBe(
      'user:default/ana',
    );
  });

  it('asks again after sign-out', async () => {
    mockDemoBackend();
    const first = renderPage();
    await userEvent.click(await screen.findByRole('button', ana));
    await (await first.signedIn()).signOut();
    first.unmount();
    renderPage();

    expect(await screen.findByRole('button', ana)).toBeVisible();
  });

  it('says what went wrong, and lets people try again', async () => {
    let reachable = false;
    mockDemoBackend(() => reachable);
    const { onSignInSuccess, signedIn } = renderPage();
    await userEvent.click(await screen.findByRole('button', ana));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Failed to fetch',
    );
    expect(onSignInSuccess).not.toHaveBeenCalled();

    reachable = true;
    await userEvent.click(screen.getByRole('button', ana));
    expect(await userOf(await signedIn())).toBe('user:default/ana');
  });
});
