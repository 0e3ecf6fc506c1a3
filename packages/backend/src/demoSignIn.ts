import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { UserEntity } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoRefusal } from './demoRefusal';

/** Names the catalog user to sign in as. No secret goes with it. */
export const demoUserHeader = 'x-demo-user';

const authenticator = createProxyAuthenticator<void, { name: string }, {}>({
  initialize() {},
  async authenticate({ req }) {
    const name = req.header(demoUserHeader);
    if (!name) {
      throw new AuthenticationError(
        `Demo sign-in needs the header ${demoUserHeader} with the name of a catalog user.`,
      );
    }
    return { result: { name } };
  },
  async defaultProfileTransform({ name }, context) {
    const { entity } = await context.findCatalogUser({ entityRef: { name } });
    return { profile: { ...(entity as UserEntity).spec.profile } };
  },
});

/**
 * The auth provider `demo`: signs anybody in as the person they name. It
 * judges the configuration again, for the case that somebody adds it to
 * another backend than the demo's.
 */
export const demoSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        const reason = demoRefusal(config, process.env.NODE_ENV);
        if (reason) {
          throw new Error(reason);
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: result }),
          }),
        });
      },
    });
  },
});
