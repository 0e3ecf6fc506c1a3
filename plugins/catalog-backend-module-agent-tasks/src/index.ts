/**
 * Teaches the catalog the kind `AgentTaskTemplate`.
 *
 * @packageDocumentation
 */
export { catalogModuleAgentTasks as default } from './catalogModuleAgentTasks';
