import { exampleAsk } from '../../domain/testing/exampleData';
import { TaskAsk } from '../../domain/task/taskAsk';
import { transition } from '../../domain/task/transition';
import { Submission } from '../../store/TaskStore';
import { CommandBy } from '../commands/command';
import { byEngine } from '../systemActor';
import { Portal } from './Portal';
import { Replica } from './Replica';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const byAna: CommandBy = {
  actor: { type: 'user', ref: 'user:default/ana' },
  requestId: 'r1',
};
const byBo: CommandBy = {
  actor: { type: 'user', ref: 'user:default/bo' },
  requestId: 'r2',
};

/** Somebody who wants one task, repeats the request until it is answered, and may change her mind. */
export class Requester {
  /** What the portal answered; undefined: nothing yet. */
  taskId: string | undefined;
  private attempts = 0;
  private readonly ask: Partial<TaskAsk>;

  constructor(
    private readonly portal: Portal,
    private readonly replicas: readonly Replica[],
    readonly key: string,
  ) {
    this.ask = this.whatIsAsked();
  }

  begin(): void {
    const { portal } = this;
    const { dice, plan } = portal;
    portal.scheduler.after(dice.between(0, 3 * MINUTE), () => this.submit());
    if (plan.has('cancel', 0.4) && dice.chance(0.5)) {
      const ms = dice.chance(0.6)
        ? dice.between(0, 5 * MINUTE)
        : dice.between(0, HOUR);
      portal.scheduler.after(ms, () => this.cancel());
    }
  }

  private whatIsAsked(): Partial<TaskAsk> {
    const { dice, plan } = this.portal;
    const number = dice.pick(['22', '33'].slice(0, plan.repositories));
    const slug = `acme/service-${number}`;
    const base = exampleAsk();
    return {
      repository: {
        host: 'github.com',
        slug,
        url: `https://github.com/${slug}`,
        id: null,
      },
      isEntityBound: dice.chance(0.8),
      requestedModel: dice.chance(0.3) ? 'gpt' : 'auto',
      policy: {
        ...base.policy,
        result: dice.chance(0.2) ? 'ask' : 'allow',
      },
      terms: {
        ...base.terms,
        fallbackWithoutModel: dice.chance(0.5),
        timeLimits: {
          ...base.terms.timeLimits,
          approval: 2 * HOUR,
          queued: dice.pick([5 * MINUTE, 12 * HOUR]),
          running: HOUR,
          waitingForUser: HOUR,
        },
      },
    };
  }

  /** The same key each time: whatever became of the attempts before, there is one task. */
  private submit(): void {
    const { scheduler, dice } = this.portal;
    const replica = this.replicaThatIsUp();
    scheduler.after(dice.between(5_000, 40_000), () => {
      if (this.taskId === undefined) this.submit();
    });
    if (!replica) return;
    this.attempts += 1;
    const submission = this.submissionOf(`${this.key}x${this.attempts}`);
    replica.store.submit(submission).then(
      result => {
        this.taskId ??= 'taskId' in result ? result.taskId : submission.task.id;
        this.accepted(this.taskId);
      },
      () => {},
    );
  }

  private submissionOf(id: string): Submission {
    const { journal, scheduler } = this.portal;
    const isAsking = this.ask.policy?.result === 'ask';
    const type = isAsking ? 'submittedForApproval' : 'submitted';
    const ask = exampleAsk({ ...this.ask, id });
    const next = transition(null, { type, ...byEngine, ask }, scheduler.now);
    if (next.kind !== 'changed') throw new Error(`Not submitted: ${next.kind}`);
    journal.cell(`new ${type}`);
    const { task, history, effects } = next;
    return {
      task,
      history,
      effects,
      texts: { prompt: `Work on ${this.key}.`, parameters: {} },
      idempotency: {
        principal: 'user:default/ana',
        route: 'POST /v1/tasks',
        key: this.key,
        bodyDigest: this.key,
      },
      duplicateKey: this.key,
      refuseDuplicate: false,
      maxWaiting: 100,
    };
  }

  private accepted(id: string): void {
    const { journal } = this.portal;
    journal.tell('ana', () => `was promised ${id}`);
    if (this.ask.policy?.result === 'ask') this.decideLater(id);
  }

  /** Whoever may say yes or no, again when the policy asks again. */
  private decideLater(id: string): void {
    const { scheduler, dice } = this.portal;
    scheduler.after(dice.between(MINUTE, 15 * MINUTE), () => {
      const task = this.portal.tables.tasks.get(id);
      const replica = this.replicaThatIsUp();
      if (task?.phase === 'pending_approval' && replica) {
        const isYes = dice.chance(0.8);
        const ordered = isYes
          ? replica.commands.approve(id, { digest: task.approvalDigest }, byBo)
          : replica.commands.reject(id, { reason: 'no' }, byBo);
        ordered.catch(() => {});
      }
      const isOpen = task?.phase === 'pending_approval';
      if (isOpen || this.portal.plan.isFaulty) this.decideLater(id);
    });
  }

  private cancel(): void {
    const { journal, oracle, tables } = this.portal;
    const replica = this.replicaThatIsUp();
    if (!this.taskId || !replica) return;
    const id = this.taskId;
    const phase = tables.tasks.get(id)?.phase;
    const isUnclear = phase === 'unconfirmed' || phase === 'starting';
    journal.fault(isUnclear ? 'cancel_while_unclear' : 'cancel', 'ana', id);
    replica.commands.cancel(id, { reason: 'not needed' }, byAna).then(
      ({ kind, task }) => {
        if (kind === 'done' && task.phase === 'withdrawn') {
          oracle.withdrawn.set(id, this.portal.scheduler.now);
        }
      },
      () => {},
    );
  }

  private replicaThatIsUp(): Replica | undefined {
    const up = this.replicas.filter(({ isUp }) => isUp);
    return up.length > 0 ? this.portal.dice.pick(up) : undefined;
  }
}
