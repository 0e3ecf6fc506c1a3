import { Answer, Route } from '../api/Route';

/** Checks a request against the contract and returns its query with types. */
export function judgeRequest(
  _route: Route,
  _params: Record<string, string>,
  query: Record<string, unknown>,
  _body: unknown,
): Record<string, unknown> {
  return query;
}

/** Checks one of our answers against the contract. */
export function judgeAnswer(
  _route: Route,
  _answer: Answer,
  _onInvalid: 'throw' | 'log',
): void {}
