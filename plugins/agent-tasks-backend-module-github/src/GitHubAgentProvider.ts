import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ProviderFile,
  ProviderResult,
  RateBudget,
  RepositoryRef,
  StartAsk,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  ArtifactsAsk,
  ChangesLane,
  ProviderCapabilities,
  ProviderCredential,
  PullRequestRef,
  ReplyAsk,
  StopAsk,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { getAccount, getRateLimit } from './client/accountCalls';
import { GitHubClient, Timeouts } from './client/GitHubClient';
import { GitHubHosts } from './client/GitHubHosts';
import { closePull, listFiles, postComment } from './client/pullRequestCalls';
import { getAccess } from './client/repositoryCalls';
import { followTask, startTask } from './client/taskCalls';
import { askingAgent, comment, wakingNobody } from './operations/comment';
import { findCandidates } from './operations/findCandidates';
import { findRepository } from './operations/findRepository';
import { readArtifacts } from './operations/readArtifacts';
import { readOne } from './operations/readOne';
import { repositoryOf } from './operations/repositoryOf';
import { stopTask } from './operations/stopTask';
import { sweepChanges } from './operations/sweepChanges';
import { readAccount } from './payload/readAccount';
import { readFiles } from './payload/readFiles';
import { readRateBudget } from './payload/readRateBudget';
import { readAccess } from './payload/readRepository';
import { readTask } from './payload/readTask';
import { readFailure } from './verdict/readFailure';
import { startVerdict } from './verdict/startVerdict';

/** GitHub lists no more files of a pull request than these. */
const MOST_FILE_PAGES = 30;

const defaultTimeouts: Timeouts = { write: 30_000, read: 15_000 };

/**
 * GitHub Copilot cloud agent, over GitHub's Agent tasks API (public preview, version 2026-03-10).
 * Has as many methods as the contract; each hands on to the one file that answers for it.
 *
 * @public
 */
export class GitHubAgentProvider implements AgentProvider {
  readonly id = 'github-copilot';
  readonly name = 'GitHub Copilot cloud agent';
  readonly capabilities: ProviderCapabilities = {
    cancel: true,
    reply: 'comment',
    question: false,
    plan: false,
    list: true,
    pullRequests: true,
  };
  readonly startTimeoutMs: number;

  readonly #hosts: GitHubHosts;
  readonly #client: GitHubClient;

  /**
   * @param options - `hosts`: `integrations.github`, each host with port and where its API answers;
   *   `timeouts`: milliseconds for one whole request, for writes 30 s and for reads 15 s
   */
  constructor(options: {
    hosts: { host: string; apiBaseUrl?: string }[];
    logger: LoggerService;
    timeouts?: Partial<{ write: number; read: number }>;
  }) {
    const timeouts = { ...defaultTimeouts, ...options.timeouts };
    const { logger } = options;
    this.startTimeoutMs = timeouts.write;
    this.#hosts = new GitHubHosts(options.hosts);
    this.#client = new GitHubClient({ hosts: this.#hosts, timeouts, logger });
  }

  repositoryOf(entity: Entity) {
    return repositoryOf(entity, this.#hosts);
  }

  /** The catalog's annotation does not say which host it means: it counts for all of ours. */
  loginOf(person: Entity, host: string) {
    return this.#hosts.find(host)
      ? person.metadata.annotations?.['github.com/user-login']
      : undefined;
  }

  repository(
    where: RepositoryRef | { host: string; id: string },
    credential: ProviderCredential,
  ) {
    return findRepository(this.#client, where, credential);
  }

  account(credential: ProviderCredential) {
    return this.#client.read(credential, getAccount, ({ body, exchange }) =>
      readAccount(body, exchange.headers),
    );
  }

  access(
    login: string,
    repository: RepositoryRef,
    credential: ProviderCredential,
  ) {
    const call = getAccess(login, repository);
    return this.#client.read(credential, call, ({ body }) => readAccess(body));
  }

  start(
    ask: StartAsk,
    credential: ProviderCredential,
    guard: () => boolean,
  ): Promise<StartVerdict> {
    return this.#client.write(
      credential,
      startTask(ask),
      ({ exchange, body }) => {
        const task = readTask(body, exchange.endedAt);
        const value = startVerdict(exchange, task, ask.repository.createdAt);
        return { verdict: value.kind, value };
      },
      guard,
    );
  }

  changes(since: number, credential: ProviderCredential, lane?: ChangesLane) {
    const lanes = lane ? [lane] : (['live', 'archived'] as const);
    return sweepChanges(this.#client, since, lanes, credential);
  }

  candidates(
    where: { repositoryId: string; creatorId: string; since: number },
    credential: ProviderCredential,
  ) {
    return findCandidates(this.#client, where, credential);
  }

  read(taskId: string, credential: ProviderCredential) {
    return readOne(this.#client, followTask(taskId), credential);
  }

  artifacts(asks: ArtifactsAsk[], credential: ProviderCredential) {
    return readArtifacts(this.#client, asks, credential);
  }

  async files(
    pullRequest: PullRequestRef,
    credential: ProviderCredential,
  ): Promise<ProviderResult<ProviderFile[]>> {
    const { items, failure } = await this.#client.readPages(
      credential,
      listFiles(pullRequest),
      ({ body }) => readFiles(body),
      MOST_FILE_PAGES,
    );
    return failure ? { ok: false, failure } : { ok: true, value: items };
  }

  stop(ask: StopAsk, credential: ProviderCredential) {
    return stopTask(this.#client, ask, credential);
  }

  reply(ask: ReplyAsk, credential: ProviderCredential) {
    const { repository, pullRequestNumber: number, text, taskId } = ask;
    const where = { repository, number };
    const call = postComment('reply', where, askingAgent(text), taskId);
    return comment(this.#client, call, credential);
  }

  decorate(
    pullRequest: PullRequestRef,
    text: string,
    credential: ProviderCredential,
  ) {
    const call = postComment('decorate', pullRequest, wakingNobody(text));
    return comment(this.#client, call, credential);
  }

  closePullRequest(
    pullRequest: PullRequestRef,
    credential: ProviderCredential,
  ): Promise<ProviderResult<'closed'>> {
    const call = closePull(pullRequest);
    return this.#client.write<ProviderResult<'closed'>>(
      credential,
      call,
      ({ exchange }) => {
        if (exchange.status === 200) {
          return { verdict: 'closed', value: { ok: true, value: 'closed' } };
        }
        const failure = readFailure(exchange, call.notFound);
        return { verdict: failure.failureClass, value: { ok: false, failure } };
      },
    );
  }

  async rateBudget(
    credential: ProviderCredential,
  ): Promise<ProviderResult<RateBudget>> {
    const value = this.#client.rateBudget(credential);
    return value
      ? { ok: true, value }
      : this.#client.read(credential, getRateLimit, ({ body }) =>
          readRateBudget(body),
        );
  }
}
