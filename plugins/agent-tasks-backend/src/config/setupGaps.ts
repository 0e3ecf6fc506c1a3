import { AgentTasksConfig } from './AgentTasksConfig';

/**
 * What keeps every task from starting although nothing is wrong: an installation that is not
 * finished. Each says what to add.
 */
export function setupGaps(
  { policies, trustedLocations }: AgentTasksConfig,
  providerCount: number,
): string[] {
  if (policies.policies.length === 0) {
    return [
      'Every task is refused: agentTasks.policies is not configured. docs/install.md has the first lines',
    ];
  }
  return [
    ...(providerCount === 0
      ? [
          'No task can start: no agent provider is installed. Add @agent-tasks/backstage-plugin-agent-tasks-backend-module-github to the backend',
        ]
      : []),
    ...(trustedLocations.length === 0
      ? [
          'No template is approved: agentTasks.templates.trusted is not configured, and a shared token runs approved templates only',
        ]
      : []),
  ];
}
