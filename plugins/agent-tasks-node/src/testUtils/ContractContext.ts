import { StartAsk } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentProviderWorld } from './AgentProviderWorld';

/** What the parts of the agent provider suite share. */
export interface ContractContext {
  /** The world of the running test. */
  world(): AgentProviderWorld;
  /** An ask for the world's repository. */
  ask(changes?: Partial<StartAsk>): StartAsk;
}
