import { PullRequest, Task } from '../state/World';
import {
  addAccount,
  addToken,
  findAccount,
  findOrganization,
  NewToken,
} from '../state/accounts';
import {
  addRepository,
  findRepository,
  NewRepository,
  renameRepository,
} from '../state/repositories';
import { answerTask, changeScript, forceStep } from '../agents/orderTask';
import { StepName } from '../agents/Script';
import { FaultOrder, OrderedFault } from '../faults/FaultOrder';
import { JournalEntry } from '../journal/Journal';
import { Settings } from '../settings';
import { Simulator } from '../Simulator';
import { askOracle, Oracle, OracleTask, describeTask } from './oracle';
import { orderPull } from './orderPull';
import { InvalidOrder, PullOrder, TaskOrder } from './orders';

export interface SettingsChange extends Partial<Omit<Settings, 'limits'>> {
  limits?: Partial<Settings['limits']>;
}

export interface RepositoryChange {
  owner?: string;
  name?: string;
  private?: boolean;
  collaborators?: NewRepository['collaborators'];
  agentEnabled?: boolean;
  agentReadyInSeconds?: number;
  workflowApproval?: boolean;
  archived?: boolean;
}

const STEP_OF_ORDER: Partial<Record<TaskOrder['do'], StepName>> = {
  ask: 'ask',
  complete: 'complete',
  fail: 'fail',
  time_out: 'time_out',
  idle: 'rest',
  cancel: 'cancel',
  resume: 'continue',
};

/**
 * Every order the simulator takes, in one place: tests call it in their own process, `/_simulator` over HTTP. It has
 * more methods than a class should, because it is the list of orders; each only names what another room does.
 */
export class Control {
  #simulator: Simulator;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  requests(): {
    total: number;
    counts: Record<string, number>;
    entries: readonly JournalEntry[];
  } {
    const { journal } = this.#simulator;
    return {
      total: journal.total,
      counts: journal.counts(),
      entries: journal.entries(),
    };
  }

  forgetRequests(): void {
    this.#simulator.journal.clear();
  }

  /** What was really created: the truth that chaos runs compare with. */
  tasks(): Oracle {
    this.#simulator.catchUp();
    return askOracle(this.#simulator.world);
  }

  fault(order: FaultOrder): OrderedFault {
    return this.#simulator.faults.order(order);
  }

  faults(): OrderedFault[] {
    return this.#simulator.faults.list();
  }

  /** Takes one order back, or all; requests it holds go on. */
  withdrawFaults(id?: string): void {
    if (id === undefined) this.#simulator.faults.clear();
    else this.#simulator.faults.withdraw(id);
  }

  advance(milliseconds: number): void {
    this.#simulator.advance(milliseconds);
  }

  settings(change: SettingsChange = {}): Settings {
    const { settings } = this.#simulator;
    Object.assign(settings, {
      ...change,
      limits: { ...settings.limits, ...change.limits },
      quirks: { ...settings.quirks, ...change.quirks },
    });
    return settings;
  }

  /** The next tasks play this script. */
  script(order: { script: string; times?: number; repository?: string }): void {
    this.#change(({ world }) => {
      const { script, times = 1, repository = null } = order;
      world.scriptOrders.push({ script, times, repository });
    });
  }

  /** @throws InvalidOrder if there is no such task */
  task(id: string, order: TaskOrder): OracleTask {
    return this.#change(({ world, settings }, now) => {
      const task: Task | undefined = world.tasks[id];
      if (!task) throw new InvalidOrder(`no task ${id}`);
      const step = STEP_OF_ORDER[order.do];
      if (step) {
        forceStep(
          world,
          settings,
          task,
          step,
          now,
          order.error ? { error: order.error } : {},
        );
      } else if (order.do === 'answer') {
        answerTask(world, settings, task, now);
      } else if (order.do === 'script') {
        changeScript(world, settings, task, order.script ?? 'works', now);
      } else {
        task.archivedAt = order.do === 'archive' ? now : null;
        task.updatedAt = now;
      }
      return describeTask(world, task);
    });
  }

  /** @throws InvalidOrder if there is no pull request with this database id */
  pull(id: number, order: PullOrder): PullRequest {
    return this.#change(({ world, settings }, now) => {
      const pull: PullRequest | undefined = world.pulls[id];
      if (!pull) throw new InvalidOrder(`no pull request with the id ${id}`);
      orderPull(world, settings.speed, pull, order, now);
      return pull;
    });
  }

  pulls(): PullRequest[] {
    this.#simulator.catchUp();
    return Object.values(this.#simulator.world.pulls);
  }

  addAccount(asked: { login: string; name?: string; seat?: boolean }): void {
    this.#change(({ world }, now) => {
      const known = findAccount(world, asked.login);
      if (known) Object.assign(known, asked);
      else addAccount(world, asked, now);
    });
  }

  addToken(asked: NewToken): void {
    this.#change(({ world }) => {
      if (!findAccount(world, asked.login)) {
        throw new InvalidOrder(`no account ${asked.login}`);
      }
      addToken(world, asked);
    });
  }

  revokeToken(value: string): void {
    this.#change(({ world }, now) => {
      const token = world.tokens.find(one => one.value === value);
      if (!token) throw new InvalidOrder('no such token');
      token.revokedAt = now;
    });
  }

  addRepository(
    asked: NewRepository & { agentReadyInSeconds?: number },
  ): number {
    return this.#change(({ world }, now) => {
      const { agentReadyInSeconds = 0, ...rest } = asked;
      if (
        !findOrganization(world, rest.owner) &&
        !findAccount(world, rest.owner)
      ) {
        throw new InvalidOrder(`nobody is called ${rest.owner}`);
      }
      if (findRepository(world, rest.owner, rest.name)) {
        throw new InvalidOrder(`${rest.owner}/${rest.name} exists`);
      }
      const agentReadyAt = now + agentReadyInSeconds * 1000;
      return addRepository(world, { ...rest, agentReadyAt }, now).id;
    });
  }

  /** Renames, opens, closes a repository; `slug` is `owner/name` as it is now. */
  repository(slug: string, change: RepositoryChange): void {
    this.#change(({ world }, now) => {
      const [owner, name] = slug.split('/');
      const repository = findRepository(world, owner, name);
      if (!repository) throw new InvalidOrder(`no repository ${slug}`);
      const {
        owner: toOwner,
        name: toName,
        agentReadyInSeconds,
        ...rest
      } = change;
      if (toOwner || toName) {
        renameRepository(repository, { owner: toOwner, name: toName }, now);
      }
      Object.assign(repository, rest);
      if (agentReadyInSeconds !== undefined) {
        repository.agentReadyAt = now + agentReadyInSeconds * 1000;
      }
    });
  }

  /** Back to the first day of the world file. */
  reset(): void {
    this.#simulator.reset();
  }

  /** Changes the world as it is now, and saves it. */
  #change<T>(change: (simulator: Simulator, now: number) => T): T {
    this.#simulator.catchUp();
    const outcome = change(this.#simulator, this.#simulator.now());
    this.#simulator.save();
    return outcome;
  }
}
