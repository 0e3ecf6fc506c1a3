import { Knex } from 'knex';

/** Deletes what outlived its retention. Each delete stands alone; safe to call twice. */
export async function trimTables(
  knex: Knex,
  before: { idempotency: number; raw: number; effects: number },
): Promise<Record<string, number>> {
  return {
    idempotency: await knex('idempotency')
      .where('created_at', '<', before.idempotency)
      .delete(),
    raw: await knex('raw_report').where('at', '<', before.raw).delete(),
    effects: await knex('effect')
      .whereNotNull('performed_at')
      .where('performed_at', '<', before.effects)
      .delete(),
  };
}
