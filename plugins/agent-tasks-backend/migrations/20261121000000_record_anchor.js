// @ts-check

/**
 * What the records that grew on a day came to, as it was told to the auditor.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('record_anchor', table => {
    table.comment('One root a day over the records that grew');
    table.bigInteger('until').primary();
    table.bigInteger('since').notNullable();
    table.integer('records').notNullable();
    table.string('root', 80).notNullable();
    table.bigInteger('created_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('record_anchor');
};
