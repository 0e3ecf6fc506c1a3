/**
 * Vocabulary, provider data, permissions, errors and client of Agent Tasks. Browser-safe: no zod
 * at run time; the schemas live under `/schemas`, and only their types come through here.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './duration';
export * from './errors';
export * from './permissions';
export * from './provider';
export type {
  AgentTaskTemplateEntity,
  AgentTaskTemplateSpec,
  ChainCheck,
  ClaimedEvidence,
  Connection,
  CreateFreezeRequest,
  CreateTaskRequest,
  Freeze,
  FreezeList,
  FreezeReport,
  IdentityHealth,
  Inbox,
  InboxQuery,
  ObservedEvidence,
  Operations,
  Policy,
  PolicyList,
  PolicyTrace,
  Queue,
  ReviewCapacity,
  Task,
  TaskAnswerPlace,
  TaskArtifact,
  TaskCommands,
  TaskEstimate,
  TaskEvent,
  TaskEventList,
  TaskHeld,
  TaskList,
  TaskListItem,
  TaskPreview,
  TaskQuery,
  TaskQuestion,
  TaskQueuePlace,
  TaskRecord,
  TaskScope,
  TaskSession,
  Template,
  TemplateList,
  TemplateQuery,
  UpdateTaskRequest,
} from './schemas';
export * from './vocabulary';
