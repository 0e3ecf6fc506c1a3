// @ts-check

/**
 * What the inbox and the lists of an owner read lies in an index each, so that neither looks at
 * more tasks than it shows: a team with many tasks waits no longer than one with few.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // With a default, so that a replica of the version before can write until it is replaced.
  await knex.schema.alterTable('task_owner', table => {
    table
      .string('task_status', 32)
      .notNullable()
      .defaultTo('')
      .comment('As of the task, for lists of an owner by status');
  });
  await knex('task_owner').update({
    task_status: knex('task')
      .select('status')
      .whereRaw('task.id = task_owner.task_id'),
  });
  await knex.schema.alterTable('task_owner', table => {
    table.index(
      ['owner_ref', 'task_status', 'task_created_at', 'task_id'],
      'task_owner_status_idx',
    );
  });
  // All that decides whether a task that needs a person is in an inbox, and where.
  await knex.raw(
    `create index task_waiting_idx on task
      (id, attention, attention_due_at, attention_since, snoozed_until, assignee, requester_ref)
      where attention is not null`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index task_waiting_idx');
  await knex.schema.alterTable('task_owner', table => {
    table.dropIndex(
      ['owner_ref', 'task_status', 'task_created_at', 'task_id'],
      'task_owner_status_idx',
    );
  });
  await knex.schema.alterTable('task_owner', table => {
    table.dropColumn('task_status');
  });
};
