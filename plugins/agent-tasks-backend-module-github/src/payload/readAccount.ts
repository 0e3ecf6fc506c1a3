import { ProviderAccount } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, idOf, known, textOf } from './lenient';

/** `2026-12-31 10:00:00 UTC` or `2026-12-31 10:00:00 +0200`, as GitHub writes the token's end. */
function expiryOf(header: string | undefined): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/.exec(
    header ?? '',
  );
  if (!parts) return undefined;
  const [, day, time, zone] = parts;
  return Date.parse(`${day}T${time}${zone === 'UTC' ? 'Z' : zone}`);
}

/** Reads who a token acts as; its end and its scopes stand in the headers. */
export function readAccount(
  body: unknown,
  headers: Readonly<Record<string, string>>,
): ProviderAccount | undefined {
  const user = fieldsOf(body);
  const id = idOf(user?.id);
  const login = textOf(user?.login);
  if (!id || !login) return undefined;
  return known({
    id,
    login,
    tokenExpiresAt: expiryOf(headers['github-authentication-token-expiration']),
    tokenScopes: headers['x-oauth-scopes']
      ?.split(',')
      .map(scope => scope.trim())
      .filter(Boolean),
  });
}
