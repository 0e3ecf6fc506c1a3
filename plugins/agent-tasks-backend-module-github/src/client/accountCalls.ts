import { Call } from './Call';

export const getAccount: Call = {
  operation: 'account',
  route: 'GET /user',
  notFound: 'unknown',
};

/** Costs nothing of the budget it tells. */
export const getRateLimit: Call = {
  operation: 'rateBudget',
  route: 'GET /rate_limit',
  notFound: 'unknown',
};
