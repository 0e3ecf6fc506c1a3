import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendPlugin,
  identityApiRef,
  PageBlueprint,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useAsync, useMountEffect } from '@react-hookz/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { mockDemoBackend } from './demo/mockDemoBackend';
import { signInModule } from './signInModule';

function WhoAmI() {
  const identity = useApi(identityApiRef);
  const [{ result }, { execute }] = useAsync(() =>
    identity.getBackstageIdentity(),
  );
  useMountEffect(execute);
  return <p>Here is {result?.userEntityRef}</p>;
}

const home = createFrontendPlugin({
  pluginId: 'home',
  extensions: [
    PageBlueprint.make({
      params: { path: '/', loader: async () => <WhoAmI /> },
    }),
  ],
});

/** An app whose only page says who came in, with what a config file says about extensions. */
function renderApp(configFile: string) {
  const { app } = parse(
    readFileSync(resolve(__dirname, '../../../../..', configFile), 'utf8'),
  );
  const config = new ConfigReader({
    app: { title: app.title, extensions: app.extensions ?? [] },
    backend: { baseUrl: 'http://localhost' },
  });
  const testApp = createApp({
    features: [home, signInModule],
    advanced: { configLoader: async () => ({ config }) },
  });
  render(testApp.createRoot());
}

describe('signInModule', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks for GitHub where nothing else is configured', async () => {
    renderApp('app-config.yaml');

    expect(
      await screen.findByText('Sign in with your GitHub account'),
    ).toBeVisible();
  });

  // With the two sign-in pages of app-config.demo.yaml in the other order, the
  // framework shows this page for a moment and then lets everybody in as nobody.
  it('lets people into the demo as who they chose to be', async () => {
    mockDemoBackend();
    renderApp('app-config.demo.yaml');
    await userEvent.click(
      await screen.findByRole('button', { name: /Ana Moreira/ }),
    );

    expect(await screen.findByText('Here is user:default/ana')).toBeVisible();
  });
});
