import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readGithubIntegrationConfigs } from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { agentProviderExtensionPoint } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { checkGitHubConfig } from './checkGitHubConfig';
import { GitHubAgentProvider } from './GitHubAgentProvider';
import { subscribeToHints } from './hints/subscribeToHints';

/**
 * Adds GitHub Copilot cloud agent as a provider, for the hosts of `integrations.github`.
 *
 * @public
 */
export const agentTasksModuleGithub = createBackendModule({
  pluginId: 'agent-tasks',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        events: eventsServiceRef,
        providers: agentProviderExtensionPoint,
      },
      async init({ config, logger, events, providers }) {
        checkGitHubConfig(config);
        const provider = new GitHubAgentProvider({
          hosts: readGithubIntegrationConfigs(
            config.getOptionalConfigArray('integrations.github') ?? [],
          ),
          logger,
        });
        providers.addProvider(provider);
        await subscribeToHints({
          events,
          sink: providers.hints,
          provider: provider.id,
          logger,
        });
      },
    });
  },
});
