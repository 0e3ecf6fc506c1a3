/**
 * Contract suites: what every provider must pass. They need jest's globals where they are called.
 *
 * @packageDocumentation
 */
export type { AgentProviderWorld, WriteFault } from './AgentProviderWorld';
export { describeAgentProviderContract } from './describeAgentProviderContract';
export { describeCredentialProviderContract } from './describeCredentialProviderContract';
export type {
  CredentialProviderSubject,
  CredentialProviderWorld,
} from './describeCredentialProviderContract';
export { valueOf } from './valueOf';
