export * from './AgentTasksError';
export * from './AgentTasksResponseError';
export * from './errorBody';
export * from './errorsDocument';
export * from './errorTable';
export type {
  ErrorDefinition,
  ErrorName,
  ErrorValues,
} from './ErrorDefinition';
export * from './nextAction';
