import { checkRoutes } from './actions/checkRoutes';
import { runRoutes } from './actions/runRoutes';
import { contentsRoutes } from './contents/contentsRoutes';
import { gitDataRoutes } from './gitData/gitDataRoutes';
import { commentRoutes } from './pulls/commentRoutes';
import { pullRoutes } from './pulls/pullRoutes';
import { reviewRoutes } from './pulls/reviewRoutes';
import { creationRoutes } from './repositories/creationRoutes';
import { repositoryRoutes } from './repositories/repositoryRoutes';
import { Route } from './Route';
import { searchRoutes } from './search/searchRoutes';
import { taskRoutes } from './tasks/taskRoutes';
import { userRoutes } from './users/userRoutes';

/** Every REST route, one file per noun; a new noun is one line here. */
export const restRoutes: Route[] = [
  ...userRoutes,
  ...repositoryRoutes,
  ...creationRoutes,
  ...contentsRoutes,
  ...gitDataRoutes,
  ...taskRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...commentRoutes,
  ...runRoutes,
  ...checkRoutes,
  ...searchRoutes,
];
