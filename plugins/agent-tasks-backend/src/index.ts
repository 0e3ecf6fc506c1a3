/**
 * Queue, records, engine and API of Agent Tasks.
 *
 * @packageDocumentation
 */
export {
  agentTaskConditions,
  createAgentTaskConditionalDecision,
} from './access/permission/taskRules';
export { agentTasksPlugin as default } from './plugin';
