import { judge } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/outcome/judge';
import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/task';
import { TaskAsk } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/taskAsk';
import {
  TaskEvent,
  TaskEventFields,
  TaskEventType,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/taskEvent';
import { transition } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/transition';
import {
  ProviderPullRequest,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

const MINUTE = 60_000;

/** A task on its way, event by event through the real rules: whatever it becomes is believable. */
export class Life {
  private known: Task | null = null;
  private startedAt = 0;

  /**
   * @param ask - what the task is to do
   * @param number - unlike that of any other task
   * @param now - when it begins, milliseconds
   */
  constructor(
    private readonly ask: TaskAsk,
    private readonly number: number,
    private now: number,
  ) {}

  get task(): Task {
    if (!this.known) throw new Error('A life begins with being asked for');
    return this.known;
  }

  pass(minutes: number): this {
    this.now += minutes * MINUTE;
    return this;
  }

  happens<T extends TaskEventType>(
    type: T,
    fields: TaskEventFields[T],
    by: string | null = null,
  ): this {
    const event = {
      type,
      actor: by ? { type: 'user', ref: by } : { type: 'system', ref: null },
      source: by ? 'command' : 'engine',
      ...fields,
    } as TaskEvent;
    const next = transition(this.known, event, this.now);
    if (next.kind === 'refused') {
      throw new Error(`${type} was refused: ${next.reason}`);
    }
    this.known = next.task;
    return this;
  }

  asked(): this {
    return this.happens('submitted', { ask: this.ask });
  }

  askedForApproval(): this {
    return this.happens('submittedForApproval', { ask: this.ask });
  }

  /** Up to the intent to start. */
  claimed(): this {
    return this.happens('preflighted', {
      repositoryId: String(this.number),
      slug: this.ask.repository.slug,
      baseRef: 'main',
      marker: `at1_${this.ask.id}_abcdefgh`,
      login: 'acme-agent',
      creatorId: '5',
      approvalDigest: this.ask.approvalDigest,
    })
      .pass(0.01)
      .happens('claimed', {
        holder: 'replica-1',
        leaseUntil: this.now + 2 * MINUTE,
      })
      .pass(0.02);
  }

  started(): this {
    this.claimed();
    this.startedAt = this.now;
    const { epoch } = this.task;
    const providerTask = this.reading('queued', false);
    return this.happens('created', { epoch, providerTask }).pass(0.5);
  }

  /** A read that says this, and what the judge makes of it. */
  seen(state: string, hasPullRequest = true): this {
    const providerTask = this.reading(state, hasPullRequest);
    this.happens('observed', { providerTask, sentAt: this.now });
    return this.judged();
  }

  pullRequestSeen(pullRequest: Partial<ProviderPullRequest>): this {
    const read: ProviderPullRequest = {
      databaseId: String(this.number),
      globalId: `PR_${this.number}`,
      number: this.number,
      url: `${this.ask.repository.url}/pull/${this.number}`,
      state: 'open',
      draft: true,
      headRef: `copilot/task-${this.number}`,
      headSha: this.number.toString(16).padStart(40, '0'),
      baseRef: 'main',
      authorLogin: 'copilot-swe-agent',
      checks: 'awaiting_approval',
      checkRuns: [
        { name: 'test', state: 'passing' },
        { name: 'lint', state: 'passing' },
      ],
      review: 'required',
      approvedBy: [],
      mergeable: true,
      updatedAt: this.now,
      changedFiles: 3,
      additions: 41,
      deletions: 7,
      ...pullRequest,
    };
    this.happens('artifactsRead', {
      pullRequests: [{ ...read, outOfScope: [], sentAt: this.now }],
      flags: [],
      followed: 1,
    });
    return this.judged();
  }

  judged(): this {
    const judgement = judge(this.task, this.now);
    return judgement ? this.happens('judged', { judgement }) : this;
  }

  private reading(state: string, hasPullRequest: boolean): ProviderTask {
    const { startedAt, number } = this;
    return {
      id: `provider-task-${number}`,
      state,
      createdAt: startedAt,
      updatedAt: this.now,
      url: `${this.ask.repository.url}/agents/tasks/${number}`,
      repositoryId: String(number),
      creatorId: '5',
      sessionCount: 1,
      sessions: [
        {
          id: `session-${number}`,
          state,
          createdAt: startedAt,
          updatedAt: this.now,
          headRef: `copilot/task-${number}`,
          model: 'claude-sonnet-4.6',
          usage: { unit: 'ai_credits', amount: 33.6 },
        },
      ],
      artifacts: hasPullRequest
        ? [
            {
              type: 'pull_request',
              databaseId: String(number),
              globalId: `PR_${number}`,
            },
          ]
        : [],
      raw: null,
    };
  }
}
