import { Task } from '../../domain/task/task';
import { TaskPeople } from '../../domain/task/taskAsk';

/** Who is to be asked about a task, by what the catalog and the configuration say now. */
export interface People {
  /** Resolves again for a stored task; what cannot be asked just now stays as it was. */
  of(task: Task): Promise<TaskPeople>;
  /** Whether the catalog knows the task's entity by now, with the task's repository. */
  isEntityBound(task: Task): Promise<boolean>;
  /** Whether the requester still exists; a service always does. */
  isRequesterKnown(task: Task): Promise<boolean>;
  /** What somebody is called at the provider, as the catalog says; null when it does not. */
  loginOf(requesterRef: string, host: string): Promise<string | null>;
}
