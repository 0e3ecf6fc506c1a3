import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  SignInPageProps,
} from '@backstage/plugin-app-react';
import { useEffect } from 'react';

const ana = 'user:default/ana';

/** Who looks is Ana of Payments, without being asked. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      name: 'ana',
      params: { loader: async () => SignAnaIn },
    }),
  ],
});

function SignAnaIn({ onSignInSuccess }: SignInPageProps) {
  useEffect(
    () =>
      onSignInSuccess({
        getProfileInfo: async () => ({ displayName: 'Ana Moreira' }),
        getBackstageIdentity: async () => ({
          type: 'user',
          userEntityRef: ana,
          ownershipEntityRefs: [ana, 'group:default/payments'],
        }),
        getCredentials: async () => ({}),
        signOut: async () => {},
      }),
    [onSignInSuccess],
  );
  return null;
}
