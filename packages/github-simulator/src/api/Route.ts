import { Account, Token, World } from '../state/World';
import { Simulator } from '../Simulator';

/** One request that passed the door: identified, counted and valid by the contract. */
export interface Call {
  simulator: Simulator;
  world: World;
  /** Milliseconds since 1970 by the simulator's clock. */
  now: number;
  viewer: Account;
  token: Token;
  params: Record<string, string>;
  /** Typed by the contract: numbers and booleans are no longer text. */
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  /** Where this request came in, without its query; pages of a list are linked from here. */
  address: string;
}

export interface Answer {
  status: number;
  /** undefined sends no body. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Something came into being: written to disk before the client hears of it. */
  created?: boolean;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for one segment, `{name*}` for the rest of the path. */
  path: string;
  /**
   * The operation of GitHub's OpenAPI that judges request and answer. Defaults to the route's own method and path;
   * null needs a sentence beside it that says why GitHub's description has none.
   */
  contract?: { path: string } | null;
  answer(call: Call): Answer | Promise<Answer>;
}
