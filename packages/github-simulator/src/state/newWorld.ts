import { World } from './World';
import { WorldFile } from './worldFile';
import { addAccount, addToken } from './accounts';
import { addRepository } from './repositories';
import { nextId } from './counters';

/** The world on its first day. */
export function newWorld(file: WorldFile, seed: number, now: number): World {
  const world: World = {
    format: 1,
    seed,
    clockOffsetMs: 0,
    counters: {},
    organizations: [],
    accounts: [],
    tokens: [],
    repositories: [],
    tasks: {},
    pulls: {},
    runs: {},
    checkRuns: [],
    comments: [],
    reviews: [],
    scriptOrders: [],
    agenda: [],
  };
  for (const login of file.organizations) {
    world.organizations.push({ id: nextId(world, 'organization'), login });
  }
  for (const account of file.accounts) {
    addAccount(world, account, now);
    for (const one of account.tokens ?? []) {
      const token = typeof one === 'string' ? { token: one } : one;
      addToken(world, {
        ...token,
        login: account.login,
        expiresAt:
          'expiresAt' in token && token.expiresAt
            ? Date.parse(token.expiresAt)
            : null,
      });
    }
  }
  for (const repository of file.repositories) {
    addRepository(world, repository, now);
  }
  return world;
}
