/**
 * GitHub Copilot cloud agent as a provider of Agent Tasks.
 *
 * @packageDocumentation
 */
export { agentTasksModuleGithub as default } from './module';
export { GitHubAgentProvider } from './GitHubAgentProvider';
