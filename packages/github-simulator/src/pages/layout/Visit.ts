import { Request } from 'express';
import { Simulator } from '../../Simulator';
import { mayOn } from '../../state/repositories';
import {
  Account,
  Permission,
  Repository,
  Token,
  World,
} from '../../state/World';

/** Somebody at a page. There is no login: people say who they are. */
export interface Visit {
  simulator: Simulator;
  world: World;
  now: number;
  person: Account;
  /** Path and query, to come back to. */
  address: string;
  /** A sentence on what was just done. */
  done: string | undefined;
  /** What was typed in a form that was refused. */
  typed?: string;
}

export const PERSON_COOKIE = 'simulator_person';

function cookie(req: Request, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(/;\s*/);
  const pair = pairs.find(one => one.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** What can be done on a page, and the sentence it is confirmed with. */
const DONE: Record<string, string> = {
  answered: 'You answered the agent.',
  cancelled: 'The agent was told to stop. It ends in a moment.',
  workflows: 'The workflows run now.',
  approved: 'You approved this pull request.',
  changes: 'You asked for changes.',
  commented: 'Your comment is here.',
  ready: 'This pull request is ready for review.',
  merged: 'The pull request is merged.',
  closed: 'The pull request is closed.',
  reopened: 'The pull request is open again.',
};

/** @returns undefined in a world without people */
export function openVisit(
  simulator: Simulator,
  req: Request,
): Visit | undefined {
  simulator.catchUp();
  const { world } = simulator;
  const chosen = cookie(req, PERSON_COOKIE);
  const person =
    world.accounts.find(account => account.login === chosen) ??
    world.accounts[0];
  if (!person) return undefined;
  return {
    simulator,
    world,
    now: simulator.now(),
    person,
    address: req.originalUrl.replace(/[?&]done=\w+/, ''),
    done: Object.prototype.hasOwnProperty.call(DONE, String(req.query.done))
      ? DONE[String(req.query.done)]
      : undefined,
  };
}

/** On pages people act with all they have: no token narrows it. */
export function personalToken(person: Account): Token {
  return {
    value: '',
    login: person.login,
    kind: 'classic',
    agentTasks: 'write',
    repositories: null,
    expiresAt: null,
    revokedAt: null,
  };
}

export function personMay(
  { person }: Pick<Visit, 'person'>,
  repository: Repository,
  wanted: Permission,
): boolean {
  return mayOn(repository, person, personalToken(person), wanted);
}
