import { readAccount } from './readAccount';

const ada = { id: 61000037, login: 'ada' };

describe('readAccount', () => {
  it('reads who it is, when the token ends and what it may', () => {
    const headers = {
      'github-authentication-token-expiration': '2026-12-31 10:00:00 UTC',
      'x-oauth-scopes': 'repo, read:org',
    };
    expect(readAccount(ada, headers)).toEqual({
      id: '61000037',
      login: 'ada',
      tokenExpiresAt: Date.parse('2026-12-31T10:00:00Z'),
      tokenScopes: ['repo', 'read:org'],
    });
  });

  it('reads an end in another time zone', () => {
    const headers = {
      'github-authentication-token-expiration': '2026-12-31 10:00:00 +0200',
    };
    expect(readAccount(ada, headers)?.tokenExpiresAt).toBe(
      Date.parse('2026-12-31T08:00:00Z'),
    );
  });

  it('tells a token without scopes from one that has none of any kind', () => {
    expect(readAccount(ada, {})).toEqual({ id: '61000037', login: 'ada' });
    expect(readAccount(ada, { 'x-oauth-scopes': '' })?.tokenScopes).toEqual([]);
  });

  it('makes nobody of an answer without a name', () => {
    expect(readAccount({ id: 1 }, {})).toBeUndefined();
    expect(readAccount(undefined, {})).toBeUndefined();
  });
});
