import {
  AgentProvider,
  CredentialProvider,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { TaskArchive } from '../store/TaskArchive';
import { TaskStore } from '../store/TaskStore';
import { EngineSettings } from './EngineSettings';
import { Retention } from './Retention';
import { Anchors } from './ports/Anchors';
import { AdmissionRules } from './ports/AdmissionRules';
import { Markers } from './ports/Markers';
import { Ownership } from './restore/Ownership';
import { LookBack } from './restore/LookBack';
import { Messengers } from './ports/Messengers';
import { Meter } from './ports/Meter';
import { People } from './ports/People';

/** All that the engine needs of the world. Tests give a fake provider and the real store. */
export interface EngineParts {
  store: TaskStore;
  archive: TaskArchive;
  anchors: Anchors;
  /** By provider id. */
  providers: ReadonlyMap<string, AgentProvider>;
  credentials: CredentialProvider;
  people: People;
  rules: AdmissionRules;
  markers: Markers;
  messengers: Messengers;
  meter: Meter;
  logger: LoggerService;
  settings: EngineSettings;
  retention: Retention;
  /** Nothing runs while the database is another portal's. */
  ownership: Pick<Ownership, 'isOurs'>;
  /** What this process has compared with the provider since it started. */
  lookBack: LookBack;
  /** Name of this replica; holds leases. */
  replica: string;
  /** Milliseconds of a clock that never jumps, and may stand still with the machine. */
  monotonic: () => number;
  /** Milliseconds of the machine's own time of day, which may jump. Both together guard a lease. */
  wallClock: () => number;
  /** In [0, 1). */
  random: () => number;
}
