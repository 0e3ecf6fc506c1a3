import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/** Tells who acts for a person, as a portal's tokens do. The mock's forget it. */
export const authWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const pluginId = plugin.getId();
    const auth = mockServices.auth({ pluginId });
    const forget = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options => {
      if (!auth.isPrincipal(options.onBehalfOf, 'user')) return forget(options);
      const actor = { subject: `plugin:${pluginId}` };
      const { userEntityRef } = options.onBehalfOf.principal;
      return { token: mockCredentials.user.token(userEntityRef, { actor }) };
    };
    return auth;
  },
});
