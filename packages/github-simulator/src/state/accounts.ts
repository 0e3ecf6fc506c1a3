import { Account, Token, TokenKind, World } from './World';
import { nextId } from './counters';

function sameLogin(one: string, other: string) {
  return one.toLowerCase() === other.toLowerCase();
}

export function findAccount(world: World, login: string): Account | undefined {
  return world.accounts.find(account => sameLogin(account.login, login));
}

export function accountById(world: World, id: number): Account | undefined {
  return world.accounts.find(account => account.id === id);
}

export function findOrganization(world: World, login: string) {
  return world.organizations.find(one => sameLogin(one.login, login));
}

export interface NewToken {
  token: string;
  login: string;
  kind?: TokenKind;
  agentTasks?: Token['agentTasks'];
  repositories?: string[] | null;
  expiresAt?: number | null;
}

/** Adds a token, or replaces the one with the same text. */
export function addToken(world: World, asked: NewToken): Token {
  const token: Token = {
    value: asked.token,
    login: asked.login,
    kind: asked.kind ?? 'fine_grained',
    agentTasks: asked.agentTasks ?? 'write',
    repositories: asked.repositories ?? null,
    expiresAt: asked.expiresAt ?? null,
    revokedAt: null,
  };
  world.tokens = [
    ...world.tokens.filter(one => one.value !== token.value),
    token,
  ];
  return token;
}

export type Identification =
  | { who: Account; token: Token }
  | { refused: 'missing' | 'unknown' | 'revoked' | 'expired'; token?: Token };

/** Whose token this is, if it still counts. */
export function identify(
  world: World,
  value: string | undefined,
  now: number,
): Identification {
  if (!value) return { refused: 'missing' };
  const token = world.tokens.find(one => one.value === value);
  const who = token && findAccount(world, token.login);
  if (!token || !who) return { refused: 'unknown' };
  if (token.revokedAt !== null) return { refused: 'revoked', token };
  if (token.expiresAt !== null && token.expiresAt <= now) {
    return { refused: 'expired', token };
  }
  return { who, token };
}

export function addAccount(
  world: World,
  asked: { login: string; name?: string; seat?: boolean },
  now: number,
): Account {
  const account: Account = {
    id: nextId(world, 'account'),
    login: asked.login,
    name: asked.name ?? asked.login,
    seat: asked.seat ?? true,
    createdAt: now,
  };
  world.accounts.push(account);
  return account;
}
