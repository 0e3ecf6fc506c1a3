import { MemoryTables } from '../../store/memory/MemoryTables';
import { DueTimes } from './DueTimes';
import { GitHubWorld } from './GitHubWorld';
import { World } from './Life';
import { Oracle } from './Oracle';
import { Policy } from './Policy';

/** What all processes and people of a history share. */
export interface Portal extends World {
  github: GitHubWorld;
  oracle: Oracle;
  tables: MemoryTables;
  due: DueTimes;
  policy: Policy;
  newId: () => string;
  /** Faults that end a loop: there must be none. */
  failures: unknown[];
  /** Nothing more will happen by itself. */
  isAtRest: () => boolean;
}
