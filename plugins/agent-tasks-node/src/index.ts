/**
 * What a provider module and a neighbouring backend plugin need of Agent Tasks.
 *
 * @packageDocumentation
 */
export * from './credentials/CredentialProvider';
export * from './provider/AgentProvider';
export * from './provider/ProviderCapabilities';
export * from './provider/ProviderHintSink';
export * from './provider/agentProviderExtensionPoint';
export * from './service/agentTasksServiceRef';
