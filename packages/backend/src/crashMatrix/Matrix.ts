import {
  Task,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  FaultKind,
  FaultOrder,
  OrderedFault,
  RunningSimulator,
} from '@agent-tasks/github-simulator';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { freePort } from '../testing/PortalProcess';
import { portalConfig } from '../killTest/portalConfig';
import { PostgresDatabase } from '../killTest/postgresDatabase';
import { Replica } from '../killTest/Replica';
import { ReplicaOrders } from '../killTest/ReplicaOrders';
import { taskBody } from '../killTest/Submissions';
import { UnclearStarts } from '../killTest/UnclearStarts';
import { until } from '../killTest/until';
import { slugOf } from '../killTest/world';
import { Gate, Moment } from './Gate';
import { Line } from './Line';
import { connectTo } from './connectTo';
import { Portal } from './Portal';

const PATIENCE_MS = 120_000;
/** Longer than the resolver's window; its pauses between looks double, and so does this. */
const LONG_MS = 6 * 60_000;

export interface StartOptions
  extends Pick<ReplicaOrders, 'hasPeople' | 'hasNotifications'> {
  /** Of a claim: a start may take 32 s of it, and whatever is more may pass before it is sent. */
  lease?: string;
}

/** What GitHub knows of one task of the portal. */
export interface Truth {
  /** Start requests that reached it. */
  posts: number;
  /** The ids of what it created under the task's marker. */
  created: string[];
}

/** A simulated GitHub, PostgreSQL, and processes between them, each of which may die at any moment. */
export class Matrix {
  /** The process that is asked. */
  portal!: Portal;
  readonly #running: Replica[] = [];
  /** What was seen of the tasks, for whoever waits in vain. */
  readonly #steps: string[] = [];
  readonly #gates: Gate[] = [];
  #spare = new Replica();

  constructor(
    readonly github: RunningSimulator,
    readonly line: Line,
    readonly database: PostgresDatabase,
    readonly knex: Knex,
  ) {}

  /** One more process, which is asked from now on. */
  async start(options: StartOptions = {}): Promise<Portal> {
    const { lease = 'PT40S', ...orders } = options;
    const replica = this.#spare;
    this.#spare = new Replica();
    this.#running.push(replica);
    const port = await freePort();
    const { agentTasks, ...config } = portalConfig({
      port,
      github: new URL(this.line.url).host,
      database: this.database.config,
    });
    await replica.start({
      config: {
        ...config,
        agentTasks: {
          ...(agentTasks as JsonObject),
          engine: {
            ...{ lease, flight: 'PT1S', margin: 'PT1S', sweepYoung: 'PT1S' },
          },
        },
      },
      ...orders,
    });
    this.portal = new Portal(replica, `http://127.0.0.1:${port}`);
    return this.portal;
  }

  async close(): Promise<void> {
    await Promise.all(
      [...this.#running, this.#spare].map(replica => replica.kill()),
    );
    await Promise.all(this.#gates.map(gate => gate.open()));
    await this.knex.destroy();
    await this.database.close();
    await this.line.cut();
    await this.github.close();
  }

  /** The tables of another plugin of the portal. */
  async withTablesOf<T>(
    plugin: string,
    use: (knex: Knex) => Promise<T>,
  ): Promise<T> {
    const knex = connectTo(this.database, plugin);
    try {
      return await use(knex);
    } finally {
      await knex.destroy();
    }
  }

  shut(moment: Moment): Promise<Gate> {
    return this.#kept(Gate.shut(this.knex, moment));
  }

  shutPrompts(): Promise<Gate> {
    return this.#kept(Gate.shutPrompts(this.knex));
  }

  /** Opened with the matrix at the latest: what a test that failed left shut would stand for ever. */
  async #kept(shut: Promise<Gate>): Promise<Gate> {
    const gate = await shut;
    this.#gates.push(gate);
    return gate;
  }

  /** Asks for the task with this number, which has a repository of its own. */
  ask(
    number: number,
    idempotencyKey?: string,
  ): Promise<{ task: Task; replayed: boolean }> {
    const github = { ...this.github, url: this.line.url };
    const body = taskBody({ github }, number);
    return this.portal.api.tasks.create(body, { idempotencyKey });
  }

  async submit(number: number): Promise<string> {
    // Five starts that nobody answered would shut the breaker before those that come.
    await this.knex('breaker_fact').delete();
    await this.#thawRestored();
    const { task } = await this.ask(number);
    return task.id;
  }

  /** What becomes of the next start request for the task with this number. */
  spoilStart(
    number: number,
    kind: FaultKind,
    fault: Partial<FaultOrder> = {},
  ): OrderedFault {
    const path = `/agents/repos/${slugOf(number)}/tasks`;
    return this.github.control.fault({ kind, method: 'POST', path, ...fault });
  }

  /** Until the task is in a phase, which may take several looks for it. */
  async settled(id: string, phase: TaskPhase): Promise<Task> {
    await this.olderUntil(id, `be ${phase}`, task => task.phase === phase);
    return this.portal.api.tasks.get(id);
  }

  /** Until somebody has tried to look for a task that is due. */
  async lookedAt(id: string): Promise<void> {
    await until(`somebody to look for ${id}`, async () => {
      const row = await this.knex('task').where({ id }).first();
      return Number(row.start_due_at) > Date.now();
    });
  }

  /** Until the task was looked for so often, in vain. */
  async looked(id: string, looks: number): Promise<Task> {
    await this.olderUntil(id, `be looked for`, task => task.looks >= looks);
    return this.portal.api.tasks.get(id);
  }

  /**
   * Makes the task older whenever it was looked for in vain, so that nobody waits for the next look.
   * A claim is left its lease: `makeOlder` ends that of a dead process.
   */
  private async olderUntil(
    id: string,
    what: string,
    isThere: (task: { phase: string; looks: number }) => boolean,
  ): Promise<void> {
    let looks = -1;
    let last = '';
    await until(
      `${id} to ${what}`,
      async () => {
        await this.#thawRestored();
        const row = await this.knex('task').where({ id }).first();
        const task = { ...JSON.parse(row.document), phase: row.phase };
        const now = `${row.phase}, ${row.held_reason}, ${task.looks} looks`;
        if (now !== last) this.#steps.push(`${id}: ${now}`);
        last = now;
        if (isThere(task)) return true;
        if (task.phase === 'unconfirmed' && task.looks > looks) {
          looks = task.looks;
          await this.makeOlder(LONG_MS * 2 ** looks, id);
        }
        return false;
      },
      { patienceMs: PATIENCE_MS },
    ).catch(error => {
      throw new Error(`${error.message}\n${this.#steps.join('\n')}`);
    });
  }

  /**
   * What GitHub created long after an intent that was made older looks like a start that a restored
   * database has forgotten. Whether such a freeze comes is a matter of which loop looks first.
   */
  async #thawRestored(): Promise<void> {
    await this.knex('freeze').where({ by: 'system' }).delete();
  }

  /** Unclear starts, all or one, while the portal goes on: it waits for the rows meanwhile. */
  async makeOlder(ms = LONG_MS, only?: string): Promise<void> {
    await this.knex.transaction(async trx => {
      await trx('task')
        .whereIn('phase', ['starting', 'unconfirmed'])
        .forUpdate()
        .select('id');
      await new UnclearStarts(trx).makeOlder(ms, only);
    });
  }

  /** Of the task with this number. */
  truth(id: string, number: number): Truth {
    const { control } = this.github;
    const path = `/agents/repos/${slugOf(number)}/tasks`;
    const { entries } = control.requests();
    const { tasks } = control.tasks();
    return {
      posts: entries.filter(
        entry => entry.method === 'POST' && entry.path.endsWith(path),
      ).length,
      created: tasks
        .filter(({ marker }) => marker?.startsWith(`at1_${id}_`))
        .map(task => task.id),
    };
  }
}
