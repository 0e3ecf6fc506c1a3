import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';

/** Marks an effect as performed, so that nobody takes it again. Safe to call twice. */
export async function finishEffect(knex: Knex, id: string): Promise<void> {
  await knex('effect')
    .where({ id })
    .update({ due_at: null, performed_at: databaseClock(knex) });
}

/** Lets an effect that did not work come due again at a time. Leaves a performed one alone. */
export async function postponeEffect(
  knex: Knex,
  id: string,
  dueAt: number,
): Promise<void> {
  await knex('effect')
    .where({ id })
    .whereNull('performed_at')
    .update({ due_at: dueAt });
}
