import {
  ProviderPullRequest,
  ProviderRepository,
  ProviderResult,
  ProviderTask,
  RepositoryRef,
  StartAsk,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  Changes,
  ChangesLane,
  ProviderCapabilities,
  ProviderCredential,
  ReplyAsk,
  ReplyResult,
  StopAsk,
  StopResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Entity } from '@backstage/catalog-model';

/** What a start request is to meet. `lost` creates and loses the answer; `before` creates nothing. */
export type StartFault =
  | { kind: 'lost' }
  | { kind: 'before' }
  | { kind: 'verdict'; verdict: StartVerdict };

const REPOSITORY_ID = '77';
const CREATOR_ID = '5';

/**
 * An agent service in memory. It is the oracle: what was started is counted here, by the marker in
 * the prompt, never by our own columns.
 */
export class FakeProvider implements AgentProvider {
  readonly id = 'github-copilot';
  readonly name = 'Fake';
  readonly capabilities: ProviderCapabilities = {
    cancel: true,
    reply: 'at_provider',
    question: false,
    plan: false,
    list: true,
    pullRequests: true,
  };
  readonly startTimeoutMs = 30_000;

  readonly tasks: ProviderTask[] = [];
  readonly stops: StopAsk[] = [];
  readonly comments: string[] = [];
  readonly replies: ReplyAsk[] = [];
  replyResult: ReplyResult = { kind: 'sent' };
  readonly calls: Record<string, number> = {};
  pullRequests: ProviderPullRequest[] = [];
  /** Faults of the next starts, in order; none: it works. */
  startFaults: StartFault[] = [];
  /** Nothing can be listed or read while this is set. */
  outage: ProviderResult<never> | undefined;
  /** Runs between the guard and the network, as a paused process would. */
  beforeSend: () => void = () => {};

  repositoryOf({ metadata }: Entity): RepositoryRef | undefined {
    const slug = metadata.annotations?.['github.com/project-slug'];
    return slug ? { host: 'github.com', slug } : undefined;
  }

  loginOf() {
    return undefined;
  }

  async repository(
    _where: RepositoryRef | { host: string; id: string },
  ): Promise<ProviderResult<ProviderRepository>> {
    return this.answer('repository', {
      id: REPOSITORY_ID,
      host: 'github.com',
      slug: 'acme/payments-api',
      url: 'https://github.com/acme/payments-api',
      defaultBranch: 'main',
      archived: false,
    });
  }

  async account() {
    return this.answer('account', { id: CREATOR_ID, login: 'acme-agent' });
  }

  async access() {
    return this.answer('access', 'write' as const);
  }

  async start(
    ask: StartAsk,
    _credential: ProviderCredential,
    guard: () => boolean,
  ): Promise<StartVerdict> {
    this.beforeSend();
    if (!guard()) return { kind: 'notSent', reason: 'guard' };
    this.count('start');
    const fault = this.startFaults.shift();
    if (fault?.kind === 'verdict') return fault.verdict;
    if (fault?.kind === 'before') {
      return { kind: 'ambiguous', reason: 'server_error', status: 502 };
    }
    const task = this.create(ask);
    return fault?.kind === 'lost'
      ? { kind: 'ambiguous', reason: 'connection_lost' }
      : { kind: 'created', task };
  }

  /** Started tasks whose prompt carries this marker. */
  startsOf(marker: string): ProviderTask[] {
    return this.tasks.filter(({ sessions }) =>
      sessions?.[0]?.prompt?.includes(marker),
    );
  }

  /** Changes a task as the agent would. */
  move(id: string, state: string, more: Partial<ProviderTask> = {}): void {
    const task = this.tasks.find(item => item.id === id)!;
    const updatedAt = (task.updatedAt ?? task.createdAt) + 1_000;
    Object.assign(task, { state, updatedAt, ...more });
    const session = task.sessions?.[task.sessions.length - 1];
    if (session) Object.assign(session, { state, updatedAt });
  }

  async changes(
    since: number,
    _credential: ProviderCredential,
    lane?: ChangesLane,
  ) {
    const hints = this.tasks
      .filter(task => (task.updatedAt ?? task.createdAt) >= since)
      .filter(task => (task.archivedAt !== undefined) === (lane === 'archived'))
      .map(({ id, state, updatedAt, sessionCount, archivedAt }) => ({
        taskId: id,
        state,
        updatedAt,
        sessionCount,
        archived: archivedAt !== undefined,
      }));
    return this.answer<Changes>('changes', { hints, complete: true });
  }

  async candidates({ since }: { since: number }) {
    return this.answer(
      'candidates',
      this.tasks.filter(({ createdAt }) => createdAt >= since).map(clone),
    );
  }

  async read(taskId: string) {
    const task = this.tasks.find(({ id }) => id === taskId);
    return task
      ? this.answer('read', clone(task))
      : {
          ok: false as const,
          failure: {
            failureClass: 'repository_not_found' as const,
            status: 404,
          },
        };
  }

  async artifacts() {
    return this.answer('artifacts', this.pullRequests.map(clone));
  }

  async files() {
    return this.answer('files', []);
  }

  async stop(ask: StopAsk): Promise<ProviderResult<StopResult>> {
    this.stops.push(ask);
    return this.answer('stop', 'accepted' as const);
  }

  async reply(ask: ReplyAsk): Promise<ReplyResult> {
    if (this.replyResult.kind !== 'notSent') this.replies.push(ask);
    return this.replyResult;
  }

  async decorate(_where: unknown, comment: string): Promise<ReplyResult> {
    this.comments.push(comment);
    return { kind: 'sent' };
  }

  async closePullRequest() {
    return this.answer('closePullRequest', 'closed' as const);
  }

  async rateBudget() {
    return this.answer('rateBudget', {
      limit: 5000,
      remaining: 5000,
      resetAt: 0,
    });
  }

  private create(ask: StartAsk): ProviderTask {
    const number = this.tasks.length + 1;
    const createdAt = Date.now();
    const task: ProviderTask = {
      id: `p${number}`,
      state: 'in_progress',
      createdAt,
      updatedAt: createdAt,
      repositoryId: ask.repository.id,
      creatorId: CREATOR_ID,
      sessionCount: 1,
      sessions: [
        {
          id: `s${number}`,
          state: 'in_progress',
          createdAt,
          updatedAt: createdAt,
          prompt: ask.prompt,
          headRef: `copilot/${number}`,
        },
      ],
      artifacts: [],
      raw: { id: `p${number}` },
    };
    this.tasks.push(task);
    return clone(task);
  }

  private answer<T>(operation: string, value: T): ProviderResult<T> {
    this.count(operation);
    return this.outage ?? { ok: true, value };
  }

  private count(operation: string): void {
    this.calls[operation] = (this.calls[operation] ?? 0) + 1;
  }
}

function clone<T>(value: T): T {
  return structuredClone(value);
}
