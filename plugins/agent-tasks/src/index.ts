/**
 * Agent tasks in the portal: service page, run dialog, task page, inbox.
 *
 * @packageDocumentation
 */
export { agentTasksPlugin as default } from './plugin';
export { agentTasksApiRef } from './api/agentTasksApiRef';
export { agentTasksTranslationRef } from './translations';
export { agentTasksEntryTranslationRef } from './translations/entry';
