import { ResolveDecision } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { CommandBy } from '../commands/command';
import { Task } from '../../domain/task/task';
import { TaskStore } from '../../store/TaskStore';
import { TrueTask } from './GitHubWorld';
import { Portal } from './Portal';
import { Replica } from './Replica';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROUNDS_MS = [4, 6, 10, 20, 40, 90, 240, 900].map(n => n * MINUTE);
const MANY_ROUNDS_MS = Array.from({ length: 60 }, (_, n) => n * MINUTE);

const OPERATOR = 'user:default/operator';
const byOperator: CommandBy = {
  actor: { type: 'user', ref: OPERATOR },
  requestId: 'r3',
};

/** What somebody made up their mind about, of a task as they saw it. */
interface Decided {
  seen: Task;
  decision: ResolveDecision;
  /** What its start created, if it did. */
  there: TrueTask | undefined;
  /** What they take for it. */
  adopted: TrueTask | undefined;
}

/** Who looks after unclear starts now and then, and freezes and thaws. Not always right, nor quick. */
export class Operator {
  private readonly zeal: number;

  constructor(
    private readonly portal: Portal,
    private readonly replicas: readonly Replica[],
  ) {
    this.zeal = portal.dice.pick([0, 0.1, 0.5]);
  }

  begin(): void {
    const { scheduler, dice, plan } = this.portal;
    const rounds = plan.isHaunted ? MANY_ROUNDS_MS : ROUNDS_MS;
    for (const ms of rounds) scheduler.after(ms, () => this.round());
    if (plan.has('freeze', 0.25)) {
      const times = dice.between(1, 3);
      for (let n = 0; n < times; n += 1) {
        scheduler.after(dice.between(0, 6 * MINUTE), () => this.freeze());
      }
    }
    scheduler.after(plan.faultsEndAt - scheduler.now + HOUR, () =>
      this.thawAll(),
    );
  }

  private round(): void {
    const { dice, tables } = this.portal;
    for (const task of tables.tasks.values()) {
      if (task.phase === 'quarantined' && dice.chance(this.zeal)) {
        this.settle(task);
      }
    }
  }

  /** Looks, decides, and may be called away before saying so. */
  private settle(task: Task): void {
    const { dice, scheduler, journal } = this.portal;
    const decided = this.decide(task);
    if (!dice.chance(0.2)) {
      this.say(decided);
      return;
    }
    journal.fault('operator_stood_still', 'operator', task.id);
    const ms = dice.between(MINUTE, 40 * MINUTE);
    scheduler.after(ms, () => this.say(decided));
  }

  private decide(task: Task): Decided {
    const { dice, github } = this.portal;
    const there = github.tasks.find(({ startOf }) => startOf === task.id);
    const isMistaken = dice.chance(0.3);
    const decision =
      there && !isMistaken && github.isListed(there)
        ? 'adopt'
        : dice.pick([
            'confirm-not-started',
            'confirm-not-started',
            'write-off',
            'adopt',
          ] as const);
    const adopted = isMistaken
      ? dice.pick(github.tasks.length > 0 ? github.tasks : [undefined])
      : there;
    return { seen: task, decision, there, adopted };
  }

  private say({ seen: task, decision, there, adopted }: Decided): void {
    const { dice, oracle, journal, tables } = this.portal;
    const up = this.replicas.filter(({ isUp }) => isUp);
    if (up.length === 0) return;
    const { commands } = dice.pick(up);
    if (decision === 'adopt') {
      oracle.tiedByHand.add(`${task.id} ${adopted?.id}`);
      if (adopted !== there) {
        journal.fault('adopted_wrongly', 'operator', task.id);
      }
    }
    journal.tell('operator', () => `${decision} ${task.id}/${task.epoch}`);
    const isConfirming = decision === 'confirm-not-started';
    if (isConfirming) {
      // Counted when it is asked for: whether it was carried out, a crash may hide.
      oracle.confirmations.push({ taskId: task.id, epoch: task.epoch });
      if (tables.tasks.get(task.id)?.epoch !== task.epoch) {
        journal.fault('confirmation_outlived', 'operator', task.id);
      }
      if (there) journal.fault('confirmed_wrongly', 'operator', task.id);
    }
    if (decision === 'write-off') oracle.writtenOff.add(task.id);
    commands
      .resolve(
        task.id,
        {
          decision,
          reason: 'looked',
          providerTaskId: adopted?.id,
          ...(isConfirming ? { attempt: task.epoch } : {}),
        },
        byOperator,
      )
      .catch(() => {});
  }

  private freeze(): void {
    const { dice, scheduler, oracle, journal } = this.portal;
    const slug = dice.chance(0.3) ? 'acme/service-22' : null;
    const ms = dice.between(10_000, 40 * MINUTE);
    const isInFlight = oracle.posts.some(
      post =>
        scheduler.now - post.sentAt < 30_000 && post.provenAt === undefined,
    );
    const kind = isInFlight ? 'freeze_in_flight' : 'freeze';
    journal.fault(kind, 'operator', slug ?? 'all');
    this.ask(store =>
      store.freeze({
        scopeKind: slug === null ? 'all' : 'repository',
        scopeRef: slug,
        reason: 'an incident',
        by: OPERATOR,
        until: dice.chance(0.5) ? scheduler.now + ms : null,
        refuse: false,
      }),
    );
    scheduler.after(ms, () => this.thaw());
  }

  /** Also what the engine has frozen by itself. */
  private thaw(): void {
    for (const { id, thawedAt } of this.portal.tables.freezes.values()) {
      if (thawedAt === null) this.ask(store => store.thaw(id, OPERATOR));
    }
  }

  /** Until everything is at rest: a request may be lost, and a freeze may come late. */
  private thawAll(): void {
    this.thaw();
    if (this.portal.isAtRest()) return;
    this.portal.scheduler.after(HOUR, () => this.thawAll());
  }

  private ask(order: (store: TaskStore) => Promise<unknown>): void {
    const up = this.replicas.filter(({ isUp }) => isUp);
    if (up.length === 0) return;
    // An answer that is lost is nobody's business here: the next round looks again.
    order(this.portal.dice.pick(up).store).catch(() => {});
  }
}
