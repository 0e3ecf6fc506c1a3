import { Knex } from 'knex';
import { storedJson } from '../../../domain/record/storedJson';
import { Erasure, namesPerson } from '../../../domain/record/withoutPerson';

/**
 * Takes a person out of the lines of one record: payloads that name them go, and who did it is told
 * by the pseudonym. The lines and their seals stay, so that the chain is as whole as before.
 * Answers with how many lines it touched. Runs while the task is locked; safe to call twice.
 */
export async function erasePersonOfLines(
  trx: Knex.Transaction,
  taskId: string,
  { personRef, pseudonym }: Omit<Erasure, 'logins'>,
): Promise<number> {
  const ofTask = { task_id: taskId };
  const theirs = { ...ofTask, actor_ref: personRef };
  const payloads: { seq: number; payload: string }[] = await trx(
    'task_event_payload',
  )
    .where(ofTask)
    .select('seq', 'payload');
  const naming = payloads
    .filter(({ payload }) => namesPerson(storedJson(payload), personRef))
    .map(({ seq }) => seq);
  const acted: number[] = await trx('task_event').where(theirs).pluck('seq');
  await trx('task_event_payload').where(ofTask).whereIn('seq', naming).delete();
  await trx('task_event').where(theirs).update({ actor_ref: pseudonym });
  return new Set([...naming, ...acted]).size;
}
