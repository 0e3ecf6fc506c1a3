import { Route } from './Route';
import { userRoutes } from './userRoutes';

/** Every REST route, one file per noun; a new noun is one line here. */
export const restRoutes: Route[] = [...userRoutes];
