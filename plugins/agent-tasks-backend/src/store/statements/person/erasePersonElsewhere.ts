import { Knex } from 'knex';
import { Erasure, withoutPerson } from '../../../domain/record/withoutPerson';

/**
 * Takes a person out of what belongs to no task: their keys of repeated requests go, and orders to
 * freeze and thaw name the pseudonym. Answers with how many rows it touched. Safe to call twice.
 */
export async function erasePersonElsewhere(
  trx: Knex.Transaction,
  erasure: Erasure,
): Promise<number> {
  let touched = await trx('idempotency')
    .where({ principal: erasure.personRef })
    .delete();
  const freezes = await trx('freeze').select(
    'id',
    'scope_ref',
    'reason',
    'by',
    'thawed_by',
  );
  for (const { id, ...told } of freezes) {
    const erased = withoutPerson(told, erasure);
    if (JSON.stringify(erased) !== JSON.stringify(told)) {
      touched += await trx('freeze').where({ id }).update(erased);
    }
  }
  return touched;
}
