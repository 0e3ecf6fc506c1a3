import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { AgentTasksConfig } from './AgentTasksConfig';
import { checkLeases } from './checkLeases';
import { setupGaps } from './setupGaps';

/**
 * Warns of what an installation lacks.
 *
 * @throws Error that stops start-up when what is there is not safe
 */
export function checkSetup(
  config: AgentTasksConfig,
  providers: readonly Pick<AgentProvider, 'id' | 'startTimeoutMs'>[],
  logger: LoggerService,
): void {
  checkLeases(config.engine, providers);
  setupGaps(config, providers.length).forEach(gap => logger.warn(gap));
}
