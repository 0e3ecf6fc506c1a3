// @ts-check

/**
 * Breakers and what they are decided by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('breaker', table => {
    table.comment('Starts or reads that stopped by themselves, and why');
    table.string('scope_kind', 16).notNullable();
    table.string('scope_ref', 512).notNullable();
    table.string('state', 16).notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('until').nullable();
    table.string('reason', 32).nullable();
    table.integer('openings').notNullable();
    table.integer('failures').notNullable();
    table.string('probe_task_id', 36).nullable();
    table.primary(['scope_kind', 'scope_ref']);
  });

  await knex.schema.createTable('breaker_fact', table => {
    table.comment(
      'What one task taught about its provider or template: the latest of each kind',
    );
    table.string('scope_kind', 16).notNullable();
    table.string('scope_ref', 512).notNullable();
    table.string('kind', 32).notNullable();
    table
      .string('task_id', 36)
      .notNullable()
      .references('task.id')
      .onDelete('CASCADE');
    table.boolean('is_bad').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['task_id', 'scope_kind', 'kind', 'scope_ref']);
    table.index(
      ['scope_kind', 'scope_ref', 'kind', 'at'],
      'breaker_fact_latest_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('breaker_fact');
  await knex.schema.dropTable('breaker');
};
