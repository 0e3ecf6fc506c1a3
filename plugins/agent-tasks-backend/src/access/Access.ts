import { Callers } from './caller/Callers';
import { AuthorizedFreezes } from './overview/AuthorizedFreezes';
import { AuthorizedInbox } from './overview/AuthorizedInbox';
import { AuthorizedOperations } from './overview/AuthorizedOperations';
import { AuthorizedQueue } from './overview/AuthorizedQueue';
import { AuthorizedCommands } from './tasks/AuthorizedCommands';
import { AuthorizedSubmissions } from './tasks/AuthorizedSubmissions';
import { AuthorizedTasks } from './tasks/AuthorizedTasks';

/** Everything a door may call. Whoever asks is named first in each call. */
export interface Access {
  callers: Callers;
  tasks: AuthorizedTasks;
  commands: AuthorizedCommands;
  submissions: AuthorizedSubmissions;
  inbox: AuthorizedInbox;
  queue: AuthorizedQueue;
  operations: AuthorizedOperations;
  freezes: AuthorizedFreezes;
}
