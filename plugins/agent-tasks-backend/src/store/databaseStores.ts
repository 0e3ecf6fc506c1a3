import { Knex } from 'knex';
import { DatabaseTaskArchive } from './DatabaseTaskArchive';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { RecordSeal } from './RecordSeal';

/** All that remembers, on one database. */
export function databaseStores(
  knex: Knex,
  seal: RecordSeal,
  newId: () => string,
) {
  return {
    store: new DatabaseTaskStore(knex, seal, newId),
    queries: new DatabaseTaskQueries(knex),
    archive: new DatabaseTaskArchive(knex),
  };
}
