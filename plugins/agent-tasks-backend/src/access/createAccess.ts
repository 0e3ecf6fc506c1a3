import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import {
  AuditorService,
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { PermissionRuleset } from '@backstage/plugin-permission-node';
import { Task } from '../domain/task/task';
import { Commands } from '../engine/commands/Commands';
import { Freezes } from '../engine/freezes/Freezes';
import { AdmissionRules } from '../engine/ports/AdmissionRules';
import { QueuePlaces } from '../engine/queue/QueuePlaces';
import { Submissions } from '../engine/submission/Submissions';
import { TaskQueries } from '../store/TaskQueries';
import { TaskStore } from '../store/TaskStore';
import { Access } from './Access';
import { Callers } from './caller/Callers';
import { AuthorizedFreezes } from './overview/AuthorizedFreezes';
import { AuthorizedInbox } from './overview/AuthorizedInbox';
import {
  AuthorizedOperations,
  AuthorizedOperationsOptions,
} from './overview/AuthorizedOperations';
import { AuthorizedQueue } from './overview/AuthorizedQueue';
import { IdentityHealths } from './overview/IdentityHealths';
import { TaskPermissions } from './permission/TaskPermissions';
import { VisibleCondition } from './permission/taskRules';
import { CatalogAccess } from './ports/CatalogAccess';
import { PortalSettings } from './ports/PortalSettings';
import { SealReader } from './ports/SealReader';
import { AuthorizedCommands } from './tasks/AuthorizedCommands';
import {
  AuthorizedSubmissions,
  AuthorizedSubmissionsOptions,
} from './tasks/AuthorizedSubmissions';
import {
  AuthorizedTasks,
  AuthorizedTasksOptions,
} from './tasks/AuthorizedTasks';
import { TaskViews } from './tasks/TaskViews';

/** All that access/ needs of the world. */
export interface AccessParts {
  store: TaskStore;
  queries: TaskQueries;
  commands: Commands;
  freezes: Freezes;
  submissions: Submissions;
  providers: ReadonlyMap<string, AgentProvider>;
  rules: AdmissionRules;
  catalog: CatalogAccess;
  directoryFor: AuthorizedSubmissionsOptions['directoryFor'];
  seals: SealReader;
  settings: PortalSettings;
  loops: AuthorizedOperationsOptions['loops'];
  pause: AuthorizedTasksOptions['pause'];
  permissions: PermissionsService;
  ruleset: PermissionRuleset<Task, VisibleCondition>;
  auth: AuthService;
  userInfo: UserInfoService;
  auditor: AuditorService;
}

export function createAccess(parts: AccessParts): Access {
  const { operators } = parts.settings;
  const permissions = new TaskPermissions(parts.permissions, parts.ruleset);
  const places = new QueuePlaces(parts.queries, parts.store);
  const views = new TaskViews({ ...parts, places, operators });
  const identities = new IdentityHealths(parts.queries, parts.settings);
  const common = {
    ...parts,
    permissions,
    places,
    views,
    operators,
    identities,
  };
  return {
    callers: new Callers(parts.auth, parts.userInfo, parts.catalog),
    tasks: new AuthorizedTasks(common),
    commands: new AuthorizedCommands(common),
    submissions: new AuthorizedSubmissions(common),
    inbox: new AuthorizedInbox(common),
    queue: new AuthorizedQueue(common),
    operations: new AuthorizedOperations(common),
    freezes: new AuthorizedFreezes(common),
  };
}
