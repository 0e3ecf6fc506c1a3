/** The agent's own account and marks, as GitHub shows them. */
export const copilot = {
  id: 198982749,
  login: 'Copilot',
  branchPrefix: 'copilot/',
  workflowPath: 'dynamic/copilot-swe-agent/copilot',
  workflowName: 'Copilot coding agent',
} as const;
