import { Access } from '../../access/Access';
import { Route } from '../Route';
import { routesOf } from './routesOf';

/** The routes as descriptions: nothing is served by them, so nobody need be there to answer. */
export function describedRoutes(): Route[] {
  return routesOf({} as Access);
}
