import { Knex } from 'knex';
import { isSqlite } from '../databaseClock';

/** The plans of all statements that some work sends, one text each. */
export async function explainedPlans(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent: { sql: string; bindings: Knex.RawBinding[] }[] = [];
  const note = (query: (typeof sent)[number]) => sent.push(query);
  knex.on('query', note);
  await work();
  knex.removeListener('query', note);
  const plans: string[] = [];
  for (const { sql, bindings } of sent) {
    plans.push(`${sql}\n${await planOf(knex, sql, bindings)}`);
  }
  return plans;
}

async function planOf(
  knex: Knex,
  sql: string,
  bindings: Knex.RawBinding[],
): Promise<string> {
  if (isSqlite(knex)) {
    const steps: { detail: string }[] = await knex.raw(
      `explain query plan ${sql}`,
      bindings,
    );
    return steps.map(({ detail }) => detail).join('\n');
  }
  // What was sent has PostgreSQL's own placeholders; knex knows only its own.
  const { rows }: { rows: Record<string, string>[] } = await knex.raw(
    `explain ${sql.replace(/\$\d+/g, '?')}`,
    bindings,
  );
  return rows.map(row => row['QUERY PLAN']).join('\n');
}

/**
 * Steps that read one of the long tables from end to end, instead of a part through an index.
 * Others hold a few rows per open task, which a database rightly reads at once.
 */
export function wholeScans(plan: string): string[] {
  return plan
    .split('\n')
    .filter(
      step =>
        /Seq Scan on (task|task_owner|effect)\b/.test(step) ||
        /^SCAN (task|task_owner|effect)$/.test(step),
    );
}
