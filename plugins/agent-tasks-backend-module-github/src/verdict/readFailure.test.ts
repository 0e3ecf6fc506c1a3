import { Exchange, OWN_TIMEOUT } from './Exchange';
import { readFailure } from './readFailure';

const NOW = Date.parse('2026-11-20T09:00:00Z');

function exchange(changes: Partial<Exchange>): Exchange {
  return {
    entered: true,
    headers: { 'x-github-request-id': '9C1A:2B3F' },
    bodyReadable: true,
    startedAt: NOW,
    endedAt: NOW,
    ...changes,
  };
}

describe('readFailure', () => {
  it.each([
    [401, 'identity_invalid'],
    [403, 'permission_denied'],
    [404, 'repository_not_found'],
    [410, 'repository_not_found'],
    [301, 'repository_not_found'],
    [409, 'conflict'],
    [422, 'conflict'],
    [408, 'provider_unavailable'],
    [500, 'provider_unavailable'],
    [503, 'provider_unavailable'],
    [200, 'unknown'],
    [418, 'unknown'],
  ] as const)('%s is %s', (status, failureClass) => {
    expect(readFailure(exchange({ status }), 'repository_not_found')).toEqual({
      failureClass,
      status,
      requestId: '9C1A:2B3F',
    });
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', OWN_TIMEOUT])(
    '%s leaves the provider unavailable',
    causeCode => {
      const record = exchange({ causeCode, headers: {} });
      expect(readFailure(record, 'unknown')).toEqual({
        failureClass: 'provider_unavailable',
      });
    },
  );

  it('an unreadable 200 is an outage, not an answer', () => {
    const record = exchange({ status: 200, bodyReadable: false });
    expect(readFailure(record, 'unknown').failureClass).toBe(
      'provider_unavailable',
    );
  });

  it.each([401, 404, 410])(
    'a proxy’s %s neither condemns a token nor loses a task',
    status => {
      expect(readFailure(exchange({ status, headers: {} }), 'unknown')).toEqual(
        { failureClass: 'provider_unavailable' },
      );
    },
  );

  it('a rate limit names its time, over REST and over GraphQL', () => {
    const headers = { 'x-github-request-id': 'A', 'retry-after': '30' };
    const rest = exchange({ status: 403, headers });
    expect(readFailure(rest, 'unknown')).toMatchObject({
      failureClass: 'rate_limited',
      retryAt: NOW + 30_000,
    });
    const graphql = exchange({ status: 200, says: 'rate_limited' });
    expect(readFailure(graphql, 'unknown')).toMatchObject({
      failureClass: 'rate_limited',
      retryAt: NOW + 60_000,
    });
  });

  it('an outage that asks for time is given it', () => {
    const headers = { 'x-github-request-id': 'A', 'retry-after': '120' };
    expect(
      readFailure(exchange({ status: 503, headers }), 'unknown'),
    ).toMatchObject({
      failureClass: 'provider_unavailable',
      retryAt: NOW + 120_000,
    });
  });

  it('keeps nothing but an identifier as request id', () => {
    const headers = { 'x-github-request-id': 'ghp_secret and a sentence' };
    const failure = readFailure(exchange({ status: 404, headers }), 'unknown');
    expect(JSON.stringify(failure)).not.toContain('sentence');
  });
});
