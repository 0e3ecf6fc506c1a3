/** Path of the Actions workflow in which the agent runs, as seen in runs and webhooks. */
export const AGENT_WORKFLOW = 'dynamic/copilot-swe-agent/copilot';
