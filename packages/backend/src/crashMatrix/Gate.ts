import { Knex } from 'knex';
import { until } from '../killTest/until';

const PATIENCE_MS = 60_000;

/**
 * Moments at which a transaction of the portal can be made to stand still, each by a trigger that
 * waits for a lock which only a shut gate holds. `before` stands within the transaction, so that a
 * process that dies there leaves nothing; `at` stands in its commit, which then goes through without
 * the process that asked for it.
 */
const MOMENTS = {
  'before a submit commits': 'after insert on task',
  'at the commit of a submit': 'after insert on task',
  'at the commit of an intent': `after update on task {when old.phase = 'queued' and new.phase = 'starting'}`,
  'before a created task is stored': `after update on task {when old.phase <> 'tracking' and new.phase = 'tracking'}`,
  'before a verdict is stored':
    'after update on identity {when new.next_start_at is distinct from old.next_start_at}',
  'before a notice is marked as sent': `after update on effect {when new.kind = 'notify' and new.performed_at is not null}`,
} as const;

export type Moment = keyof typeof MOMENTS;

const NAMES = Object.keys(MOMENTS) as Moment[];

/** In the tables of Agent Tasks, once they are there. */
export async function buildGates(knex: Knex): Promise<void> {
  await knex.raw(`
    create function stand_still() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_lock_shared(tg_argv[0]::bigint);
      perform pg_advisory_unlock_shared(tg_argv[0]::bigint);
      return null;
    end $$`);
  for (const [number, name] of NAMES.entries()) {
    const [event, condition] = MOMENTS[name].split(/ \{when (.*)\}/);
    const isInCommit = name.startsWith('at ');
    await knex.raw(
      [
        `create ${isInCommit ? 'constraint ' : ''}trigger gate_${number}`,
        event,
        isInCommit ? 'deferrable initially deferred' : '',
        'for each row',
        condition ? `when (${condition})` : '',
        `execute function stand_still(${number})`,
      ].join(' '),
    );
  }
}

/** Holds a lock that the portal's transactions come to wait for. */
export class Gate {
  readonly #knex: Knex;
  readonly #holder: Knex.Transaction;

  private constructor(knex: Knex, holder: Knex.Transaction) {
    this.#knex = knex;
    this.#holder = holder;
  }

  static async shut(knex: Knex, moment: Moment): Promise<Gate> {
    const holder = await knex.transaction();
    await holder.raw('select pg_advisory_xact_lock(?)', [
      NAMES.indexOf(moment),
    ]);
    return new Gate(knex, holder);
  }

  /** Nobody gets to read the prompt, which is the first thing a claimed start does. */
  static async shutPrompts(knex: Knex): Promise<Gate> {
    const holder = await knex.transaction();
    await holder.raw('lock table task_text in access exclusive mode');
    return new Gate(knex, holder);
  }

  /** Until so many stand before it. */
  async reached(count = 1): Promise<void> {
    const { rows } = await this.#holder.raw('select pg_backend_pid() as pid');
    const hasCome = async () => {
      const waiting = await this.#knex.raw(
        'select 1 from pg_stat_activity where ? = any(pg_blocking_pids(pid))',
        [rows[0].pid],
      );
      return waiting.rows.length >= count;
    };
    const patience = { patienceMs: PATIENCE_MS };
    await until('somebody to stand before the gate', hasCome, patience);
  }

  /** Ends the connections of those who stand before it, which undoes what they had begun. */
  async cut(): Promise<void> {
    const { rows } = await this.#holder.raw('select pg_backend_pid() as pid');
    await this.#knex.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where ? = any(pg_blocking_pids(pid))`,
      [rows[0].pid],
    );
    await this.open();
  }

  async open(): Promise<void> {
    if (!this.#holder.isCompleted()) await this.#holder.commit();
  }
}
