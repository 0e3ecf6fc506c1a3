import { Knex } from 'knex';
import { storedJson } from '../../../domain/record/storedJson';
import { namesLogin } from '../../../domain/record/withoutLogins';
import {
  Erasure,
  namesPerson,
  withoutPerson,
} from '../../../domain/record/withoutPerson';

/**
 * Takes a person out of what was written and told about one task. What they wrote themselves goes
 * as a whole; where others name them, the pseudonym stands. Answers whether anything was there.
 * Runs while the task is locked; safe to call twice.
 */
export async function erasePersonOfTexts(
  trx: Knex.Transaction,
  taskId: string,
  { isAuthor, ...erasure }: Erasure & { isAuthor: boolean },
): Promise<boolean> {
  const ofTask = { task_id: taskId };
  const isNaming = (text: string | null) =>
    text !== null && namesPerson(storedJson(text), erasure.personRef);
  const erased = (json: string) =>
    JSON.stringify(withoutPerson(storedJson(json), erasure));

  const text = await trx('task_text').where(ofTask).first();
  const isTextNaming =
    text && (isNaming(text.prompt) || isNaming(text.parameters));
  if (isAuthor || isTextNaming) {
    await trx('task_text')
      .where(ofTask)
      .update(
        isAuthor
          ? { prompt: null, parameters: '{}' }
          : {
              prompt: withoutPerson(text.prompt, erasure),
              parameters: erased(text.parameters),
            },
      );
  }
  const reports = await trx('raw_report').where(ofTask);
  const going = reports
    .filter(
      ({ raw }) =>
        isAuthor || isNaming(raw) || namesLogin(storedJson(raw), erasure),
    )
    .map(({ version }) => version);
  await trx('raw_report').where(ofTask).whereIn('version', going).delete();
  const effects = await trx('effect').where(ofTask);
  const naming = effects.filter(({ payload }) => isNaming(payload));
  for (const { id, payload } of naming) {
    await trx('effect')
      .where({ id })
      .update({ payload: erased(payload) });
  }
  return Boolean(isTextNaming) || going.length + naming.length > 0;
}
