import { Knex } from 'knex';
import { insertFreeze } from './statements/freeze/insertFreeze';
import { selectFreeze } from './statements/freeze/selectFreeze';
import { selectFreezes } from './statements/freeze/selectFreezes';
import { updateThawed } from './statements/freeze/updateThawed';
import { waitForAdmission } from './statements/task/waitForAdmission';
import { FreezeOrder, FreezeRow } from './TaskStore';

/**
 * One transaction under the admission row. A request that is repeated because its answer was lost
 * must not leave a second freeze that somebody forgets to thaw, so an order that stands is answered.
 */
export async function orderFreeze(
  trx: Knex.Transaction,
  newId: () => string,
  order: FreezeOrder,
): Promise<FreezeRow> {
  await waitForAdmission(trx);
  const standing = await selectFreezes(trx);
  const same = standing.find(freeze => isSameOrder(freeze, order));
  if (same) return same;
  const id = newId();
  await insertFreeze(trx, id, order);
  return known(await selectFreeze(trx, id));
}

/** Undefined: there is no such freeze. */
export async function thawFreeze(
  trx: Knex.Transaction,
  id: string,
  by: string,
): Promise<FreezeRow | undefined> {
  await waitForAdmission(trx);
  await updateThawed(trx, id, by);
  return selectFreeze(trx, id);
}

/** Whether a freeze says what an order asks for. */
export function isSameOrder(freeze: FreezeRow, order: FreezeOrder): boolean {
  return (Object.keys(order) as (keyof FreezeOrder)[]).every(
    field => freeze[field] === order[field],
  );
}

function known(freeze: FreezeRow | undefined): FreezeRow {
  if (!freeze) throw new Error('A freeze that was written is not there');
  return freeze;
}
