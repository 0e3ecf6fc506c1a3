import { Knex } from 'knex';

const UNCLEAR_PHASES = ['starting', 'unconfirmed'];
/** Whatever is larger is a time. */
const SMALLEST_TIME = Date.UTC(2020, 0, 1);

/** Starts whose outcome nobody knows yet, as the tables have them. */
export class UnclearStarts {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** How often the resolver has looked for each. */
  async looks(): Promise<Map<string, number>> {
    const rows = await this.#rows();
    return new Map(
      rows.map(({ id, document }) => [id, JSON.parse(document).looks]),
    );
  }

  /**
   * Takes the same off every time that is stored of them: to the resolver it looks as if the portal
   * had been down that long. No replica may be up, because one with a start under way measures its
   * lease by a clock that this does not move.
   *
   * @param only - leaves the others as they are
   */
  async makeOlder(ms: number, only?: string): Promise<void> {
    for (const { id, document, ...columns } of await this.#rows()) {
      if (only !== undefined && id !== only) continue;
      await this.#knex('task')
        .where({ id })
        .update({
          ...olderColumns(columns, ms),
          document: JSON.stringify(older(JSON.parse(document), ms)),
        });
    }
  }

  #rows(): Promise<{ id: string; document: string }[]> {
    return this.#knex('task').whereIn('phase', UNCLEAR_PHASES);
  }
}

/** A bigint is a string on PostgreSQL. */
function olderColumns(columns: object, ms: number): object {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) =>
      value !== null && Number(value) > SMALLEST_TIME
        ? [[name, Number(value) - ms]]
        : [],
    ),
  );
}

function older(value: unknown, ms: number): unknown {
  if (typeof value === 'number') {
    return value > SMALLEST_TIME ? value - ms : value;
  }
  if (Array.isArray(value)) return value.map(item => older(item, ms));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, older(item, ms)]),
  );
}
