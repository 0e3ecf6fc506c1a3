import {
  ProviderRepository,
  RepositoryRef,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '../credentials/CredentialProvider';
import { AgentProvider } from '../provider/AgentProvider';

/**
 * What the next write meets. `lost_after` is carried out, and its answer never arrives; the others
 * are met before anything is done.
 *
 * @public
 */
export type WriteFault =
  | 'answers_502'
  | 'answers_503'
  | 'reset'
  | 'timeout'
  | 'rate_limit'
  | 'lost_after';

/**
 * The other side of an agent provider, as the contract suite needs it: it can be told what to do
 * wrong, and it counts what arrives. The provider's own word is never taken for a count.
 *
 * @public
 */
export interface AgentProviderWorld {
  readonly provider: AgentProvider;
  /** May start, stop and comment in the repository. */
  readonly credential: ProviderCredential;
  readonly repository: ProviderRepository;
  /** Login of somebody who may only read the repository. */
  readonly readerLogin: string;

  /** Requests that arrived, of any kind. */
  requests(): number;
  startRequests(): number;
  commentRequests(): number;
  /** Tasks that exist. */
  tasks(): number;
  /** Everything the provider has logged so far, as text. */
  logged(): string;

  spoilNextStart(fault: WriteFault): void;
  spoilNextComment(fault: WriteFault): void;
  /** From now on the credential's token is refused. */
  revokeToken(): void;
  /** From now on every request is refused with the status, and with this text in the body. */
  refuseEverything(status: number, text: string): void;

  /**
   * Adds tasks of the credential's account. Nothing happens to them by itself. Answers with their
   * ids.
   */
  addTasks(count: number, lane: 'live' | 'archived'): Promise<string[]>;
  /** From now on the task is reported in this state, in reads and lists. */
  reportState(taskId: string, word: string): void;
  /** Lets the agent go on until its task has an open pull request with a change in it. */
  openPullRequest(taskId: string): void;
  /** Lets the agent notice that it was stopped. */
  noticeStop(): void;
  /** Gives the repository another name; the answer is the new one. */
  rename(): RepositoryRef;

  close(): Promise<void>;
}
