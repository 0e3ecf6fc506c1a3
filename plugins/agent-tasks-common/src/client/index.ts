export * from './AgentTasksApi';
export * from './AgentTasksClient';
export { PROVIDER_TOKEN_HEADER } from './ConnectionsClient';
export { serialiseTaskQuery } from './query';
export type { AgentTasksDiscovery, AgentTasksFetch } from './sendRequest';
