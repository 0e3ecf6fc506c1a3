/**
 * The template action `agent-task:run`.
 *
 * @packageDocumentation
 */
export { scaffolderModuleAgentTasks as default } from './scaffolderModuleAgentTasks';
