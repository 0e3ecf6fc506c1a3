import {
  createFrontendModule,
  githubAuthApiRef,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { z } from 'zod';

/** Takes the place of the framework's default, which signs everybody in as a guest. */
const gitHubSignInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => {
      const { SignInPage } = await import('@backstage/core-components');
      return props => (
        <SignInPage
          {...props}
          provider={{
            id: 'github-auth-provider',
            title: 'GitHub',
            message: 'Sign in with your GitHub account',
            apiRef: githubAuthApiRef,
          }}
        />
      );
    },
  },
});

/**
 * `sign-in-page:app/demo`: app-config.demo.yaml switches it on and names the
 * people. On its own it is a dead end, because only the demo's backend answers it.
 */
const demoSignInPage = SignInPageBlueprint.makeWithOverrides({
  name: 'demo',
  disabled: true,
  configSchema: {
    people: z
      .array(
        z.object({
          user: z.string(),
          name: z.string(),
          role: z.string(),
          team: z.string(),
        }),
      )
      .default([]),
  },
  factory: (originalFactory, { config }) =>
    originalFactory({
      loader: async () => {
        const { DemoSignInPage } = await import('./demo/DemoSignInPage');
        return props => <DemoSignInPage {...props} people={config.people} />;
      },
    }),
});

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [gitHubSignInPage, demoSignInPage],
});
