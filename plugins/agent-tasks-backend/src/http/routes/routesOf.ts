import { Access } from '../../access/Access';
import { Route } from '../Route';
import { commandRoutes } from './commandRoutes';
import { eventRoutes } from './eventRoutes';
import { freezeRoutes } from './freezeRoutes';
import { inboxRoutes } from './inboxRoutes';
import { operationsRoutes } from './operationsRoutes';
import { policyRoutes } from './policyRoutes';
import { previewRoutes } from './previewRoutes';
import { queueRoutes } from './queueRoutes';
import { recordRoutes } from './recordRoutes';
import { taskRoutes } from './taskRoutes';
import { templateRoutes } from './templateRoutes';

/** Every route, in the order of the documentation. */
export function routesOf(access: Access): Route[] {
  return [
    ...templateRoutes(access),
    ...previewRoutes(access),
    ...taskRoutes(access),
    ...commandRoutes(access),
    ...eventRoutes(access),
    ...recordRoutes(access),
    ...inboxRoutes(access),
    ...queueRoutes(access),
    ...policyRoutes(access),
    ...operationsRoutes(access),
    ...freezeRoutes(access),
  ];
}
