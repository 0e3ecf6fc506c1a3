import {
  IdentityType,
  RequesterType,
  ViaKind,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { PolicySetting } from '../../domain/policy/policy';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';
import { AdmissionRules } from '../ports/AdmissionRules';
import { Boundaries } from '../ports/Boundaries';
import { Directory } from '../ports/Directory';
import { Meter } from '../ports/Meter';
import { PeopleFinder } from '../ports/PeopleFinder';
import { Templates } from '../ports/Templates';

/** What a submission goes by in the configuration. */
export interface SubmissionSettings {
  policies: PolicySetting;
  /** By policy id. */
  policyDigests: ReadonlyMap<string, string>;
  identities: readonly {
    id: string;
    type: IdentityType;
    host: string;
    /** Lower case; null: any. */
    organizations: readonly string[] | null;
  }[];
}

/** All that submissions need of the world. No provider is ever called. */
export interface SubmissionParts {
  store: TaskStore;
  queries: TaskQueries;
  /** By id; asked only where an entity's code lives. */
  providers: ReadonlyMap<string, Pick<AgentProvider, 'id' | 'repositoryOf'>>;
  templates: Templates;
  people: PeopleFinder;
  boundaries: Boundaries;
  /** With the plugin's own eyes: for groups, never for what a caller names. */
  directory: Directory;
  rules: Pick<AdmissionRules, 'candidate' | 'reviewCapacity' | 'exemptOwners'>;
  meter: Meter;
  settings: SubmissionSettings;
  newId: () => string;
  /** Something waits: the loops need not wait for the next turn of a clock. */
  wake(): void;
}

/** Who asks, as the credentials said. */
export interface TaskCaller {
  /** `user:default/ana`, `service:<subject>`. */
  ref: string;
  type: RequesterType;
  via: ViaKind;
  /** The plugin that acts for the user: `plugin:scaffolder`. */
  plugin: string | null;
  /** A signed-in user, without a program in between. */
  isPerson: boolean;
}
