// @ts-check

/** Length of a digest: sha256 as hex, with room for the name of the algorithm. */
const DIGEST = 80;

/** Tasks without a due time come last; statements must use the same expression. */
const DUE_OR_NEVER = 'coalesce(attention_due_at, 9007199254740991)';

/**
 * Every table of the plugin. Times are integer milliseconds of the database's clock.
 *
 * A task is one row: columns for what is searched, claimed, counted or constrained, and the whole
 * record as a JSON document beside them. Only the due columns and the preflight stamp live in
 * columns alone, because loops move them without touching the record.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('task', table => {
    table.comment('One ask for one repository');
    table.string('id', 36).primary().notNullable();
    table.integer('version').notNullable().comment('Fences every write');
    table.integer('revision').notNullable().comment('Counts visible changes');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();

    table.string('phase', 32).notNullable();
    table.string('state', 32).notNullable();
    table.string('status', 32).notNullable();
    table.string('outcome', 32).notNullable();
    table.string('held_reason', 32).nullable();
    table.boolean('is_open').notNullable().comment('Not ended and not judged');
    table.boolean('is_counted').notNullable().comment('May count for a limit');

    table.text('title').notNullable();
    table.text('search').notNullable().comment('Lower-case words for q');
    table.string('entity_ref', 512).nullable();
    table.string('repository_host').notNullable();
    table.string('repository_slug').notNullable();
    table.string('repository_id').nullable();
    table.string('requester_ref', 512).notNullable();
    table.string('via_kind', 32).notNullable();
    table.string('policy_id').notNullable();
    table.string('identity_id').notNullable();
    table.string('template_ref', 512).nullable();
    table.string('provider').notNullable();
    table.string('provider_task_id').nullable();
    table
      .string('branch')
      .nullable()
      .comment('Of the latest session, for hints');
    table
      .string('flight_key')
      .nullable()
      .comment('Repository, while a start may be under way: one flight each');
    table.string('duplicate_key', DIGEST).nullable();

    table.integer('priority').notNullable();
    table.string('fair_key', 512).notNullable();
    table.bigInteger('queued_at').nullable();

    table.string('attention', 32).nullable();
    table.string('attention_reason', 64).nullable();
    table.bigInteger('attention_since').nullable();
    table.bigInteger('attention_due_at').nullable();
    table.string('assignee', 512).nullable();
    table.bigInteger('snoozed_until').nullable();

    table.integer('epoch').notNullable().comment('Grows with every claim');
    table.string('lease_holder').nullable();
    table.bigInteger('lease_until').nullable();

    table.bigInteger('preflight_at').nullable();
    table.bigInteger('start_due_at').nullable();
    table.bigInteger('read_due_at').nullable();
    table.bigInteger('artifact_due_at').nullable();
    table.bigInteger('judge_due_at').nullable();
    table.bigInteger('remind_due_at').nullable();

    table.bigInteger('started_at').nullable();
    table.bigInteger('ended_at').nullable();
    table.integer('event_count').notNullable();
    table.string('chain_head', DIGEST).nullable();
    table.text('document', 'longtext').notNullable();

    table.unique(['flight_key'], { indexName: 'task_one_flight_idx' });
    table.unique(['provider_task_id', 'provider'], {
      indexName: 'task_provider_id_idx',
    });
    table.index(['created_at', 'id'], 'task_created_idx');
    table.index(['updated_at', 'id'], 'task_updated_idx');
    table.index(['entity_ref', 'created_at', 'id'], 'task_entity_idx');
    table.index(['requester_ref', 'created_at', 'id'], 'task_requester_idx');
    table.index(['repository_slug', 'created_at', 'id'], 'task_repository_idx');
    table.index(['status', 'created_at', 'id'], 'task_status_idx');
    table.index(['state', 'created_at', 'id'], 'task_state_idx');
    table.index(['template_ref', 'ended_at'], 'task_template_idx');
    table.index(['repository_id'], 'task_repository_id_idx');
  });

  // Most tasks are over: the columns that find the few with something to do index only those.
  for (const [name, columns, condition] of [
    ['task_start_due_idx', 'start_due_at', 'start_due_at is not null'],
    ['task_read_due_idx', 'read_due_at', 'read_due_at is not null'],
    ['task_artifact_due_idx', 'artifact_due_at', 'artifact_due_at is not null'],
    ['task_judge_due_idx', 'judge_due_at', 'judge_due_at is not null'],
    ['task_remind_due_idx', 'remind_due_at', 'remind_due_at is not null'],
    ['task_counted_idx', 'identity_id', 'is_counted'],
    ['task_duplicate_idx', 'duplicate_key', 'duplicate_key is not null'],
    [
      'task_attention_idx',
      `attention, ${DUE_OR_NEVER}, id`,
      'attention is not null',
    ],
    ['task_assignee_idx', 'assignee', 'assignee is not null'],
  ]) {
    await knex.raw(
      `create index ${name} on task (${columns}) where ${condition}`,
    );
  }

  await knex.raw(
    `create index task_attention_due_idx on task (${DUE_OR_NEVER}, id)`,
  );
  // The order in which tasks are considered for a start.
  await knex.raw(
    'create index task_phase_idx on task (phase, priority desc, queued_at, id)',
  );

  await knex.schema.createTable('task_text', table => {
    table.comment('Prompt and parameters, with their own retention');
    table
      .string('task_id', 36)
      .primary()
      .references('task.id')
      .onDelete('CASCADE');
    table.text('prompt', 'longtext').nullable();
    table.text('parameters', 'longtext').notNullable();
  });

  await knex.schema.createTable('task_owner', table => {
    table.comment('Owners of a task, for filters');
    table
      .string('task_id', 36)
      .notNullable()
      .references('task.id')
      .onDelete('CASCADE');
    table.string('owner_ref', 512).notNullable();
    table
      .bigInteger('task_created_at')
      .notNullable()
      .comment(
        'As of the task, so that an index has the tasks of an owner in order',
      );
    table.primary(['owner_ref', 'task_id']);
    table.index(['task_id'], 'task_owner_task_idx');
    table.index(
      ['owner_ref', 'task_created_at', 'task_id'],
      'task_owner_created_idx',
    );
  });

  await knex.schema.createTable('task_route', table => {
    table.comment('Whom a task that needs a person is routed to');
    table
      .string('task_id', 36)
      .notNullable()
      .references('task.id')
      .onDelete('CASCADE');
    table.string('owner_ref', 512).notNullable();
    table.primary(['owner_ref', 'task_id']);
    table.index(['task_id'], 'task_route_task_idx');
  });

  await knex.schema.createTable('task_event', table => {
    table.comment(
      'The record of a task: append-only, each line sealed over the one before',
    );
    table.string('task_id', 36).notNullable();
    table.integer('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.string('type', 64).notNullable();
    table.string('actor_type', 32).notNullable();
    table.string('actor_ref', 512).nullable();
    table.string('actor_plugin').nullable();
    table.string('source', 32).notNullable();
    table.string('request_id').nullable();
    table.string('from_phase', 32).nullable();
    table.string('to_phase', 32).nullable();
    table.string('payload_digest', DIGEST).notNullable();
    table.string('mac', DIGEST).notNullable();
    table.primary(['task_id', 'seq']);
  });

  await knex.schema.createTable('task_event_payload', table => {
    table.comment('What can be erased of an event without breaking its chain');
    table.string('task_id', 36).notNullable();
    table.integer('seq').notNullable();
    table.string('salt', 64).notNullable();
    table.text('payload', 'longtext').notNullable();
    table.primary(['task_id', 'seq']);
  });

  await knex.schema.createTable('cost_entry', table => {
    table.comment(
      'The ledger: a second charge of one session cannot be stored',
    );
    table.string('session').notNullable();
    table.string('kind', 16).notNullable();
    table.string('task_id', 36).notNullable();
    table.double('amount').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['session', 'kind']);
    table.index(['task_id'], 'cost_entry_task_idx');
  });

  await knex.schema.createTable('effect', table => {
    table.comment(
      'What is to be done outside after a commit: at least once, by dedupe key',
    );
    table.string('id', 36).primary();
    table.string('dedupe_key').notNullable();
    table.string('task_id', 36).notNullable();
    table.string('kind', 64).notNullable();
    table.text('payload', 'longtext').notNullable();
    table.bigInteger('due_at').nullable().comment('Null once performed');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('performed_at').nullable();
    table.integer('attempts').notNullable();
    table.unique(['dedupe_key'], { indexName: 'effect_dedupe_idx' });
  });
  await knex.raw(
    'create index effect_due_idx on effect (due_at) where due_at is not null',
  );

  await knex.schema.createTable('idempotency', table => {
    table.comment('The same key of the same caller gives the same task');
    table.string('principal', 512).notNullable();
    table.string('route').notNullable();
    table.string('key').notNullable();
    table.string('body_digest', DIGEST).notNullable();
    table.string('task_id', 36).notNullable();
    table.bigInteger('created_at').notNullable();
    table.primary(['principal', 'route', 'key']);
    table.index(['created_at'], 'idempotency_created_idx');
  });

  await knex.schema.createTable('raw_report', table => {
    table.comment('Answers of the provider as they came, kept for a while');
    table.string('task_id', 36).notNullable();
    table.integer('version').notNullable();
    table.bigInteger('at').notNullable();
    table.text('raw', 'longtext').notNullable();
    table.primary(['task_id', 'version']);
    table.index(['at'], 'raw_report_at_idx');
  });

  await knex.schema.createTable('template_version', table => {
    table.comment('Template versions as first used');
    table.string('ref', 512).notNullable();
    table.string('version', 64).notNullable();
    table.string('digest', DIGEST).notNullable();
    table.text('spec', 'longtext').notNullable();
    table.bigInteger('created_at').notNullable();
    table.primary(['ref', 'version']);
  });

  await knex.schema.createTable('policy_version', table => {
    table.comment('Policies as they were in force under a version');
    table.string('id', 64).notNullable();
    table.integer('version').notNullable();
    table.string('digest', DIGEST).notNullable();
    table.text('rules', 'longtext').notNullable();
    table.bigInteger('created_at').notNullable();
    table.primary(['id', 'version']);
  });

  await knex.schema.createTable('identity', table => {
    table.comment('What all replicas know of an identity at the provider');
    table.string('id').primary();
    table.string('login').nullable();
    table.string('account_id').nullable();
    table.bigInteger('expires_at').nullable();
    table.bigInteger('invalid_since').nullable();
    table.bigInteger('next_start_at').nullable();
    table.bigInteger('live_since').nullable();
    table.bigInteger('archived_since').nullable();
    table.bigInteger('next_sweep_at').nullable();
    table.bigInteger('next_archived_sweep_at').nullable();
    table.bigInteger('last_swept_at').nullable();
  });

  await knex.schema.createTable('freeze', table => {
    table.comment('Standing orders that nothing new starts in a scope');
    table.string('id', 36).primary();
    table.string('scope_kind', 32).notNullable();
    table.string('scope_ref', 512).nullable();
    table.text('reason').notNullable();
    table.string('by', 512).notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('until').nullable();
    table.boolean('refuse').notNullable();
    table.bigInteger('thawed_at').nullable();
    table.string('thawed_by', 512).nullable();
  });

  await knex.schema.createTable('installation', table => {
    table.comment(
      'One row: this database, so that a copy of it can be told apart',
    );
    table.integer('singleton').primary();
    table.string('id', 36).notNullable();
    table.string('instance').nullable();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('admission', table => {
    table.comment('One row, locked by whoever decides what may start');
    table.integer('singleton').primary();
    table.bigInteger('decided_at').nullable();
  });
  await knex('admission').insert({ singleton: 1, decided_at: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'admission',
    'installation',
    'freeze',
    'identity',
    'policy_version',
    'template_version',
    'raw_report',
    'idempotency',
    'effect',
    'cost_entry',
    'task_event_payload',
    'task_event',
    'task_route',
    'task_owner',
    'task_text',
    'task',
  ]) {
    await knex.schema.dropTable(table);
  }
};
