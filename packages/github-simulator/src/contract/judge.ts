import { ErrorObject } from 'ajv';
import { ErrorDetail, validationFailed } from '../api/GitHubError';
import { Answer, Route } from '../api/Route';
import { answerJudge, bodyJudge, errorJudge, queryReader } from './contract';
import { straighten } from './exceptions';

/** An answer of ours that GitHub's contract forbids: a bug in the simulator. */
export class InvalidAnswer extends Error {}

function contractPath(route: Route): string | null {
  return route.contract === null ? null : route.contract?.path ?? route.path;
}

function toDetail(error: ErrorObject): ErrorDetail {
  const missing = error.keyword === 'required';
  const field = missing
    ? String(error.params.missingProperty)
    : error.instancePath.slice(1);
  return {
    code: missing ? 'missing_field' : 'invalid',
    field,
    message: missing ? `${field} is missing` : `${field} ${error.message}`,
  };
}

/**
 * Checks a request against the contract.
 * @returns the query with numbers and booleans in place of text
 * @throws GitHubError 422 that names each fault
 */
export function judgeRequest(
  route: Route,
  query: Record<string, unknown>,
  body: unknown,
): Record<string, unknown> {
  const path = contractPath(route);
  if (path === null) return query;
  const typed = { ...query };
  const readQuery = queryReader(route.method, path);
  if (!readQuery(typed))
    throw validationFailed(...(readQuery.errors ?? []).map(toDetail));
  const judgeBody = bodyJudge(route.method, path);
  if (judgeBody && !judgeBody(body)) {
    throw validationFailed(...(judgeBody.errors ?? []).map(toDetail));
  }
  return typed;
}

function faultOf(method: string, path: string, answer: Answer): string | null {
  const { status, body } = answer;
  const judge = status >= 400 ? errorJudge : answerJudge(method, path, status);
  if (judge === 'undeclared') return 'the contract has no such status';
  if (judge === 'no body') {
    return body === undefined ? null : 'the contract has no body here';
  }
  if (judge(straighten(`${method} ${path}`, body))) return null;
  return (judge.errors ?? [])
    .slice(0, 5)
    .map(error => `${error.instancePath || '/'} ${error.message}`)
    .join('; ');
}

/**
 * Checks one of our answers against the contract. A refusal must have GitHub's error shape, whatever its status: the
 * lists of statuses are short, and some of their schemas so loose that nothing would be wrong.
 * @throws InvalidAnswer
 */
export function judgeAnswer(route: Route, answer: Answer): void {
  const path = contractPath(route);
  if (path === null) return;
  const fault = faultOf(route.method, path, answer);
  if (fault !== null) {
    throw new InvalidAnswer(
      `${route.method} ${path} must not answer ${answer.status}: ${fault}`,
    );
  }
}
