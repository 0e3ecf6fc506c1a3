import { RecordedPullRequest } from '../observation/mergePullRequests';
import { Erasure } from './withoutPerson';

type Logins = Pick<Erasure, 'logins'>;

/** Whether one of the logins stands in a value as a whole text, however it is written. */
export function namesLogin(value: unknown, { logins }: Logins): boolean {
  if (typeof value === 'string') return isOneOf(value, logins);
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(member => namesLogin(member, { logins }))
    : false;
}

/** Who approved and merged, as the provider calls them. */
export function reviewersOf(
  pullRequests: readonly RecordedPullRequest[],
): string[] {
  return pullRequests.flatMap(({ approvedBy, mergedBy }) => [
    ...approvedBy,
    ...(mergedBy === undefined ? [] : [mergedBy]),
  ]);
}

/** Who approved and merged at the provider, with the pseudonym's name for the logins of a person. */
export function withoutLogins(
  pullRequests: RecordedPullRequest[],
  { logins, pseudonym }: Pick<Erasure, 'logins' | 'pseudonym'>,
): RecordedPullRequest[] {
  const name = pseudonym.slice(pseudonym.lastIndexOf('/') + 1);
  const told = (login: string) => (isOneOf(login, logins) ? name : login);
  return pullRequests.map(pullRequest => ({
    ...pullRequest,
    approvedBy: pullRequest.approvedBy.map(told),
    ...(pullRequest.mergedBy === undefined
      ? {}
      : { mergedBy: told(pullRequest.mergedBy) }),
  }));
}

function isOneOf(login: string, logins: readonly string[]): boolean {
  return logins.some(one => one.toLowerCase() === login.toLowerCase());
}
