import { findAccount } from '../state/accounts';
import { presentUser } from './presentUser';
import { notFound } from './GitHubError';
import { Route } from './Route';

export const userRoutes: Route[] = [
  {
    method: 'GET',
    path: '/user',
    answer: ({ viewer, simulator }) => ({
      status: 200,
      body: presentUser(viewer, simulator.origin),
    }),
  },
  {
    method: 'GET',
    path: '/users/{username}',
    answer: ({ world, params, simulator }) => {
      const account = findAccount(world, params.username);
      if (!account) throw notFound();
      return { status: 200, body: presentUser(account, simulator.origin) };
    },
  },
];
