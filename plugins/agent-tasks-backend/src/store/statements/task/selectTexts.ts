import { Knex } from 'knex';
import { TaskTexts } from '../../TaskStore';

/** Reads prompt and parameters of a task. Locks nothing. */
export async function selectTexts(
  knex: Knex,
  taskId: string,
): Promise<TaskTexts | undefined> {
  const row = await knex('task_text').where({ task_id: taskId }).first();
  if (!row) return undefined;
  return { prompt: row.prompt, parameters: JSON.parse(row.parameters) };
}
