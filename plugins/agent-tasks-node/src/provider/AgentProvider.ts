import { Entity } from '@backstage/catalog-model';
import {
  FailureClass,
  ProviderAccount,
  ProviderArtifact,
  ProviderFile,
  ProviderPullRequest,
  ProviderRepository,
  ProviderResult,
  ProviderTask,
  RateBudget,
  RepositoryAccess,
  RepositoryRef,
  StartAsk,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '../credentials/CredentialProvider';
import { ProviderCapabilities } from './ProviderCapabilities';

/**
 * A task that may have changed since the last sweep. Never a fact: it only brings a read forward.
 *
 * @public
 */
export interface TaskHint {
  taskId: string;
  state: string;
  /** Milliseconds since the epoch. */
  updatedAt?: number;
  sessionCount?: number;
  repositoryId?: string;
  archived: boolean;
}

/**
 * What one sweep saw. A task that changes while the sweep is under way may be missed by it: the
 * next one starts from a time before this one began.
 *
 * @public
 */
export interface Changes {
  hints: TaskHint[];
  /** False when paging ended early: the next sweep must start from the same time again. */
  complete: boolean;
}

/**
 * Providers list archived tasks apart from live ones, and a task may be archived while it runs.
 * Each lane keeps its own time to sweep from, because the archived one is swept more seldom.
 *
 * @public
 */
export type ChangesLane = 'live' | 'archived';

/**
 * Pull requests to read, with the repository they lie in. One call takes many repositories, so that
 * requests grow with pull requests by the hundred and not with repositories.
 *
 * @public
 */
export interface ArtifactsAsk {
  repository: RepositoryRef;
  /** Branches help to find pull requests whose global id is not known yet. */
  keys: ProviderArtifact[];
}

/**
 * Where a task is to be stopped: the provider needs the branch of its latest session.
 *
 * @public
 */
export interface StopAsk {
  taskId: string;
  repository: RepositoryRef;
  headRef?: string;
}

/**
 * `not_possible`: the credential may not stop runs here, or the provider has none.
 *
 * @public
 */
export type StopResult = 'accepted' | 'nothing_to_stop' | 'not_possible';

/** @public */
export interface ReplyAsk {
  taskId: string;
  repository: RepositoryRef;
  pullRequestNumber: number;
  text: string;
}

/**
 * `unclear` is never re-sent by a machine.
 *
 * @public
 */
export type ReplyResult =
  | { kind: 'sent'; url?: string }
  | { kind: 'notSent'; failureClass: FailureClass }
  | { kind: 'unclear' };

/** @public */
export interface PullRequestRef {
  repository: RepositoryRef;
  number: number;
}

/**
 * An agent service. Calls never throw for what happens at the other side: they answer with a
 * classified failure, and no text of the other side leaves them except in `untrusted…` fields.
 * Nothing is retried inside; who calls decides that.
 *
 * @public
 */
export interface AgentProvider {
  /** Stable id, stored on every task: `github-copilot`. */
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  readonly capabilities: ProviderCapabilities;
  /** After this long a start has a verdict; a lease that ends sooner lets two starts overlap. */
  readonly startTimeoutMs: number;

  /** Where an entity's code lives, from its annotations alone; undefined when it has none here. */
  repositoryOf(entity: Entity): RepositoryRef | undefined;

  /** What a person of the catalog is called at a host, from annotations alone. */
  loginOf(person: Entity, host: string): string | undefined;

  /** Reads a repository by slug (`ref`) or by id, which survives a rename. */
  repository(
    where: RepositoryRef | { host: string; id: string },
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderRepository>>;

  /** Who the credential acts as. */
  account(
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderAccount>>;

  /** What somebody may do in a repository. No answer is a failure, never `none`. */
  access(
    login: string,
    repository: RepositoryRef,
    credential: ProviderCredential,
  ): Promise<ProviderResult<RepositoryAccess>>;

  /**
   * Sends one start request, at most once. `guard` is asked as the last statement before the
   * network; when it says no, nothing is sent and the verdict is `notSent`.
   */
  start(
    ask: StartAsk,
    credential: ProviderCredential,
    guard: () => boolean,
  ): Promise<StartVerdict>;

  /**
   * Tasks of the credential's account that changed since (milliseconds), over all repositories;
   * from both archive lanes unless one is named.
   */
  changes(
    since: number,
    credential: ProviderCredential,
    lane?: ChangesLane,
  ): Promise<ProviderResult<Changes>>;

  /**
   * Own tasks created in a repository since (milliseconds), each read in full so that its prompt
   * can be compared; both archive lanes; oldest first.
   */
  candidates(
    where: { repositoryId: string; creatorId: string; since: number },
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderTask[]>>;

  /** Reads one task in full. */
  read(
    taskId: string,
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderTask>>;

  /**
   * Reads the pull requests behind artifacts, batched over repositories; those that are gone are
   * left out. Match them by `databaseId`.
   */
  artifacts(
    asks: ArtifactsAsk[],
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderPullRequest[]>>;

  /** The files a pull request touches, capped at 3,000. */
  files(
    pullRequest: PullRequestRef,
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderFile[]>>;

  /** Asks the provider to stop; only a later read tells whether it did. */
  stop(
    ask: StopAsk,
    credential: ProviderCredential,
  ): Promise<ProviderResult<StopResult>>;

  /** Sends a message to the agent. */
  reply(ask: ReplyAsk, credential: ProviderCredential): Promise<ReplyResult>;

  /** Writes one comment that links back to the record. */
  decorate(
    pullRequest: PullRequestRef,
    comment: string,
    credential: ProviderCredential,
  ): Promise<ReplyResult>;

  closePullRequest(
    pullRequest: PullRequestRef,
    credential: ProviderCredential,
  ): Promise<ProviderResult<'closed'>>;

  /** What is left of the credential's request budget, as last seen; asks only when never seen. */
  rateBudget(
    credential: ProviderCredential,
  ): Promise<ProviderResult<RateBudget>>;
}
