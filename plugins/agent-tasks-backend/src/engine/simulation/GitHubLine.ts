import {
  ProviderResult,
  StartAsk,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  Changes,
  ChangesLane,
  ProviderCapabilities,
  StopAsk,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { markersIn } from '../../domain/prompt/marker';
import { StartFate } from './coverage';
import { CREATOR_ID, GitHubWorld, TrueTask } from './GitHubWorld';
import { Life, World } from './Life';
import { Oracle, Post } from './Oracle';

export const START_TIMEOUT_MS = 30_000;
/** As long as a request may travel after we stopped waiting; the engine reckons with it. */
export const FLIGHT_MS = 60_000;

const CREATING = new Set<StartFate>([
  'created',
  'answer_lost',
  'error_after',
  'unreadable_answer',
  'timeout_after',
  'created_late',
]);
const TIMING_OUT = new Set<StartFate>([
  'timeout_after',
  'timeout_before',
  'created_late',
]);
const UNCLEAR = new Set<StartFate>([
  'error_before',
  'reset_before',
  'timeout_before',
  'unexpected_status',
]);

/** One process's connection to the provider: requests, answers, and what becomes of both. */
export class GitHubLine implements AgentProvider {
  readonly id = 'github-copilot';
  readonly name = 'Simulated';
  readonly capabilities: ProviderCapabilities = {
    cancel: true,
    reply: 'at_provider',
    question: false,
    plan: false,
    list: true,
    pullRequests: true,
  };
  readonly startTimeoutMs = START_TIMEOUT_MS;

  constructor(
    private readonly world: World,
    private readonly life: Life,
    private readonly github: GitHubWorld,
    private readonly oracle: Oracle,
  ) {}

  repositoryOf() {
    return undefined;
  }

  loginOf() {
    return undefined;
  }

  repository(where: { host: string; slug?: string; id?: string }) {
    const id = where.id ?? where.slug?.split('-').at(-1) ?? '';
    return this.asked('repository', () => ({
      id,
      host: 'github.com',
      slug: `acme/service-${id}`,
      url: `https://github.com/acme/service-${id}`,
      defaultBranch: 'main',
      archived: false,
    }));
  }

  account() {
    return this.asked('account', () => ({
      id: CREATOR_ID,
      login: 'acme-agent',
    }));
  }

  access() {
    return this.asked('access', () => 'write' as const);
  }

  async start(
    ask: StartAsk,
    _credential: unknown,
    guard: () => boolean,
  ): Promise<StartVerdict> {
    await this.life.gate('send', this.world.dice.between(1, 50), () => {});
    if (!guard()) {
      this.world.journal.fault('guard_refused', this.life.name);
      return { kind: 'notSent', reason: 'guard' };
    }
    return this.send(ask);
  }

  async changes(since: number, _credential: unknown, lane?: ChangesLane) {
    return this.asked('changes', (): Changes => {
      const hints = this.listed()
        .filter(({ creatorId }) => creatorId === CREATOR_ID)
        .filter(
          task =>
            lane === undefined ||
            (lane === 'archived') === this.github.isArchived(task),
        )
        .map(task => this.github.shown(task))
        .filter(task => (task.updatedAt ?? 0) >= since)
        .map(task => ({
          taskId: task.id,
          state: task.state,
          updatedAt: task.updatedAt,
          sessionCount: task.sessionCount,
          repositoryId: task.repositoryId,
          archived: task.archivedAt !== undefined,
        }));
      return { hints, complete: true };
    });
  }

  candidates(where: {
    repositoryId: string;
    creatorId: string;
    since: number;
  }) {
    return this.asked('candidates', () =>
      this.listed()
        .filter(
          ({ repositoryId, createdAt }) =>
            repositoryId === where.repositoryId && createdAt >= where.since,
        )
        .sort((a, b) => a.createdAt - b.createdAt)
        .map(task => this.github.shown(task)),
    );
  }

  async read(taskId: string) {
    const answer = await this.asked('read', () =>
      this.github.tasks.find(({ id }) => id === taskId),
    );
    if (!answer.ok) return answer;
    return answer.value
      ? { ok: true as const, value: this.github.shown(answer.value) }
      : {
          ok: false as const,
          failure: {
            failureClass: 'repository_not_found' as const,
            status: 404,
          },
        };
  }

  artifacts() {
    return this.asked('artifacts', () => []);
  }

  files() {
    return this.asked('files', () => []);
  }

  stop({ taskId }: StopAsk) {
    return this.asked('stop', () => this.github.stop(taskId));
  }

  async reply() {
    return { kind: 'sent' as const };
  }

  async decorate() {
    return { kind: 'sent' as const };
  }

  closePullRequest() {
    return this.asked('closePullRequest', () => 'closed' as const);
  }

  rateBudget() {
    return this.asked('rateBudget', () => ({
      limit: 5000,
      remaining: 5000,
      resetAt: 0,
    }));
  }

  private listed(): TrueTask[] {
    return this.github.tasks.filter(task => this.github.isListed(task));
  }

  /** A request that may be repeated: answered after a while, or not at all. */
  private asked<T>(
    operation: string,
    answer: () => T,
  ): Promise<ProviderResult<T>> {
    const { dice, plan, journal } = this.world;
    return this.life.gate(operation, dice.between(20, 800), () => {
      if (plan.strikes('read_failed', 0.15)) {
        journal.fault('read_failed', this.life.name, operation);
        return {
          ok: false as const,
          failure: dice.pick([
            { failureClass: 'provider_unavailable' as const, status: 502 },
            {
              failureClass: 'rate_limited' as const,
              status: 403,
              retryAt: this.world.scheduler.now + 60_000,
            },
            { failureClass: 'repository_not_found' as const, status: 404 },
          ]),
        };
      }
      return { ok: true as const, value: answer() };
    });
  }

  /** From the guard to here nothing is awaited: the request is on its way. */
  private send(ask: StartAsk): Promise<StartVerdict> {
    const { scheduler, plan, journal, dice } = this.world;
    const taskId = markersIn(ask.prompt).at(-1)?.taskId ?? 'unmarked';
    const fate = plan.startFate();
    if (fate === 'unreachable') {
      journal.fault(fate, this.life.name, taskId);
      return this.life.gate('unreachable', dice.between(1, 5_000), () =>
        verdictOf(fate, undefined, scheduler.now),
      );
    }
    const post: Post = {
      taskId,
      claim: this.oracle.claimOf(this.life.name, taskId),
      sentAt: scheduler.now,
      fate,
      created: undefined,
      createdAt: undefined,
      provenAt: undefined,
    };
    this.oracle.posts.push(post);
    journal.fault(fate, this.life.name, `POST for ${taskId}`);
    return this.travel(ask, post);
  }

  private travel(ask: StartAsk, post: Post): Promise<StartVerdict> {
    const { scheduler, dice, plan, journal } = this.world;
    const arrivesMs =
      post.fate === 'created_late'
        ? dice.between(START_TIMEOUT_MS + 1, START_TIMEOUT_MS + FLIGHT_MS)
        : dice.between(10, 3_000);
    if (CREATING.has(post.fate)) {
      scheduler.after(arrivesMs, () => {
        post.createdAt = scheduler.now;
        post.created = this.github.create({
          repositoryId: ask.repository.id,
          creatorId: CREATOR_ID,
          prompt: ask.prompt,
          startOf: post.taskId,
        });
      });
    }
    if (plan.strikes('crash_in_flight', 0.15)) {
      scheduler.after(
        dice.between(0, 4_000),
        () => {
          journal.fault('crash_in_flight', this.life.name, post.taskId);
          this.life.crash();
        },
        { isOver: () => this.life.isDead },
      );
    }
    const answersMs = TIMING_OUT.has(post.fate)
      ? START_TIMEOUT_MS
      : arrivesMs + dice.between(10, 2_000);
    return this.life.gate('answer', answersMs, () => {
      if (!CREATING.has(post.fate) && !UNCLEAR.has(post.fate)) {
        post.provenAt = scheduler.now;
      }
      return verdictOf(
        post.fate,
        post.created && this.github.shown(post.created),
        scheduler.now,
      );
    });
  }
}

/** What the client of the provider makes of each fate; the GitHub module is tested for the same. */
function verdictOf(
  fate: StartFate,
  task: Extract<StartVerdict, { kind: 'created' }>['task'] | undefined,
  now: number,
): StartVerdict {
  switch (fate) {
    case 'created':
      if (!task) throw new Error('An answer came before its creation');
      return { kind: 'created', task };
    case 'answer_lost':
    case 'reset_before':
      return { kind: 'ambiguous', reason: 'connection_lost' };
    case 'error_after':
    case 'error_before':
      return { kind: 'ambiguous', reason: 'server_error', status: 502 };
    case 'unreadable_answer':
      return { kind: 'ambiguous', reason: 'unreadable_answer', status: 201 };
    case 'unexpected_status':
      return { kind: 'ambiguous', reason: 'unexpected_status', status: 409 };
    case 'timeout_after':
    case 'timeout_before':
    case 'created_late':
      return { kind: 'ambiguous', reason: 'timeout' };
    case 'rate_limited':
      return { kind: 'turnedAway', until: now + 90_000, status: 429 };
    case 'unreachable':
      return { kind: 'notSent', reason: 'unreachable' };
    case 'moved':
      return { kind: 'notSent', reason: 'moved' };
    case 'identity_invalid':
      return { kind: 'refused', failureClass: fate, status: 401 };
    case 'not_enabled':
      return { kind: 'refused', failureClass: fate, status: 404 };
    default:
      return { kind: 'refused', failureClass: fate, status: 422 };
  }
}
