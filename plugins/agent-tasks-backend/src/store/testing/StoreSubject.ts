import { CostEntry } from '../../domain/cost/cost';
import { RecordedEvent } from '../TaskQueries';
import { TaskStore } from '../TaskStore';

/** An empty store that is to keep the contract, and what one must see behind it to tell. */
export interface StoreSubject {
  store: TaskStore;
  /** Another replica over the same data. */
  replica: TaskStore;
  /** The lines of a task's record in order; sealed by `exampleSeal`. */
  events(taskId: string): Promise<RecordedEvent[]>;
  /** The rows of a task's ledger, in no order. */
  costs(taskId: string): Promise<CostEntry[]>;
  /** How much is stored, by kind: what writes nothing leaves this as it was. */
  sizes(): Promise<Record<string, number>>;
}

/** Opens a store for one test. */
export type OpenStore = () => Promise<StoreSubject>;
