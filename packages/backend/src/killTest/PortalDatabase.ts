import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';

/** Where the replicas keep what they must not forget. */
export interface PortalDatabase {
  name: string;
  /** `backend.database` of the configuration. */
  config: JsonObject;
  /** The tables of Agent Tasks. */
  withTables<T>(use: (knex: Knex) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
