import { Erasure } from '../domain/record/withoutPerson';
import { PersonRole } from '../domain/task/holdsPerson';

/** A task that is not over and still needs the person. */
export interface HeldPerson {
  taskId: string;
  roles: PersonRole[];
}

/** What became of one task. */
export type ErasedTask =
  /** `lines`: how many lines of its record lost what they say, but not that they stand there. */
  | { kind: 'erased'; lines: number }
  | ({ kind: 'held' } & HeldPerson)
  /** The person is not named in it, or no longer. */
  | { kind: 'clean' };

/** Where persons stand in what is stored, and how they are taken out of it. */
export interface PersonArchive {
  /** Ids of tasks in which a text may stand, in order, behind the one that is given. */
  naming(text: string, afterId: string, limit: number): Promise<string[]>;
  /** Why a task still needs the person; undefined: it does not. */
  heldBy(taskId: string, erasure: Erasure): Promise<HeldPerson | undefined>;
  /**
   * Takes the person out of one task and its record, and writes a line about it into the record:
   * all or nothing. A task that needs the person stays as it is. Safe to call twice.
   *
   * @param by - who ordered it, as they say
   */
  erase(taskId: string, erasure: Erasure, by: string): Promise<ErasedTask>;
  /** Takes the person out of what belongs to no task; how many rows. Safe to call twice. */
  eraseElsewhere(erasure: Erasure): Promise<number>;
}
