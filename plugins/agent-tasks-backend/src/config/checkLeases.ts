import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { EngineSettings, leaseFault } from '../engine/EngineSettings';

/**
 * @throws Error that stops start-up when a lease could end while a start may still arrive
 */
export function checkLeases(
  settings: EngineSettings,
  providers: Iterable<Pick<AgentProvider, 'id' | 'startTimeoutMs'>>,
): void {
  for (const { id, startTimeoutMs } of providers) {
    const fault = leaseFault(settings, startTimeoutMs);
    if (fault) {
      throw new Error(
        `Invalid configuration: agentTasks.engine.lease: ${fault} (provider ${id})`,
      );
    }
  }
}
