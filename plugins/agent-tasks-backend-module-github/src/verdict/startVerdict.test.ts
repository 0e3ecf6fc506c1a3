import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Exchange, OWN_TIMEOUT } from './Exchange';
import { startVerdict } from './startVerdict';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const task: ProviderTask = {
  id: 'task-1',
  state: 'queued',
  createdAt: NOW,
  artifacts: [],
  raw: {},
};

function exchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    entered: true,
    headers: { 'x-github-request-id': '9C1A:2B3F' },
    bodyReadable: true,
    startedAt: NOW - 100,
    endedAt: NOW,
    ...changes,
  };
}

/** An answer of GitHub with these headers beside its request id. */
function answer(
  status: number,
  headers: Record<string, string> = {},
  says?: Exchange['says'],
): Exchange {
  return exchange({
    status,
    says,
    headers: { 'x-github-request-id': '9C1A:2B3F', ...headers },
  });
}

describe('startVerdict', () => {
  describe('created', () => {
    it('201 with a readable task', () => {
      expect(startVerdict(answer(201), task)).toEqual({
        kind: 'created',
        task,
        requestId: '9C1A:2B3F',
      });
    });

    it('201 with a readable task that lost its request id on the way', () => {
      const verdict = startVerdict(
        exchange({ status: 201, headers: {} }),
        task,
      );
      expect(verdict).toEqual({ kind: 'created', task });
    });
  });

  describe('refused, when GitHub signs the answer', () => {
    it.each([
      [
        '400 for a model that is off',
        answer(400, {}, 'model_unavailable'),
        'model_unavailable',
      ],
      ['400 for anything else', answer(400), 'unknown'],
      ['401 for a revoked token', answer(401), 'identity_invalid'],
      ['402 for an empty purse', answer(402), 'quota_exhausted'],
      ['403 for a missing permission', answer(403), 'permission_denied'],
      ['403 for a missing seat', answer(403, {}, 'not_enabled'), 'not_enabled'],
      [
        '403 for a used up quota',
        answer(403, {}, 'quota_exhausted'),
        'quota_exhausted',
      ],
      [
        '403 for single sign-on, although the budget is used up too',
        answer(403, {
          'x-github-sso': 'required; url=…',
          'x-ratelimit-remaining': '0',
        }),
        'permission_denied',
      ],
      ['404 where the agent is off', answer(404), 'not_enabled'],
      ['410 where the API is gone', answer(410), 'not_enabled'],
      ['422 for a branch that is not there', answer(422), 'conflict'],
      [
        '422 for a model that is off',
        answer(422, {}, 'model_unavailable'),
        'model_unavailable',
      ],
      ['451 for a repository under seizure', answer(451), 'permission_denied'],
    ] as const)('%s', (_, record, failureClass) => {
      expect(startVerdict(record, undefined)).toEqual({
        kind: 'refused',
        failureClass,
        status: record.status,
        requestId: '9C1A:2B3F',
      });
    });

    it('404 for a repository of five minutes ago is not ready yet', () => {
      const createdAt = NOW - 5 * 60_000;
      expect(startVerdict(answer(404), undefined, createdAt)).toMatchObject({
        kind: 'refused',
        failureClass: 'not_ready',
      });
    });

    it('404 for a repository of yesterday means that the agent is off', () => {
      const createdAt = NOW - 24 * 3_600_000;
      expect(startVerdict(answer(404), undefined, createdAt)).toMatchObject({
        kind: 'refused',
        failureClass: 'not_enabled',
      });
    });
  });

  describe('turned away', () => {
    const reset = String(NOW / 1000 + 900);
    it.each([
      ['403 with retry-after', answer(403, { 'retry-after': '30' }), 30_000],
      ['429 with retry-after', answer(429, { 'retry-after': '30' }), 30_000],
      [
        '403 with nothing left, until the reset',
        answer(403, {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        }),
        900_000,
      ],
      [
        'the reset is counted by GitHub’s clock, not by ours',
        answer(403, {
          date: new Date(NOW + 600_000).toUTCString(),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        }),
        300_000,
      ],
      ['429 that tells no time', answer(429), 60_000],
      ['403 that only says so', answer(403, {}, 'rate_limited'), 60_000],
      [
        'retry-after comes before the reset',
        answer(403, {
          'retry-after': '5',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        }),
        5_000,
      ],
    ])('%s', (_, record, wait) => {
      expect(startVerdict(record, undefined)).toEqual({
        kind: 'turnedAway',
        until: NOW + wait,
        status: record.status,
        requestId: '9C1A:2B3F',
      });
    });
  });

  describe('not sent', () => {
    it('the guard said no', () => {
      const verdict = startVerdict(exchange({ entered: false }), undefined);
      expect(verdict).toEqual({ kind: 'notSent', reason: 'guard' });
    });

    it.each([
      'ENOTFOUND',
      'EAI_AGAIN',
      'ECONNREFUSED',
      'UND_ERR_CONNECT_TIMEOUT',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
    ])('row 5: %s ends a connection before it begins', causeCode => {
      const record = exchange({ causeCode, headers: {} });
      expect(startVerdict(record, undefined)).toEqual({
        kind: 'notSent',
        reason: 'unreachable',
      });
    });

    it.each([301, 302, 303, 307, 308])('%s is not followed', status => {
      expect(startVerdict(answer(status), undefined)).toEqual({
        kind: 'notSent',
        reason: 'moved',
      });
    });
  });

  describe('ambiguous', () => {
    it('201 without a readable task', () => {
      expect(startVerdict(answer(201), undefined)).toMatchObject({
        kind: 'ambiguous',
        reason: 'unreadable_answer',
        status: 201,
      });
    });

    it('201 whose body was cut off by our time limit', () => {
      const record = exchange({
        status: 201,
        bodyReadable: false,
        causeCode: OWN_TIMEOUT,
      });
      expect(startVerdict(record, undefined)).toMatchObject({
        kind: 'ambiguous',
        reason: 'unreadable_answer',
      });
    });

    it.each([200, 202, 204, 405, 406, 408, 409, 413, 415])(
      '%s is an answer nobody announced',
      status => {
        expect(startVerdict(answer(status), task)).toMatchObject({
          kind: 'ambiguous',
          reason: 'unexpected_status',
          status,
        });
      },
    );

    it.each([500, 502, 503, 504])('%s may come after the creation', status => {
      const record = answer(status, { 'retry-after': '30' });
      expect(startVerdict(record, undefined)).toMatchObject({
        kind: 'ambiguous',
        reason: 'server_error',
        status,
      });
    });

    it.each([400, 401, 403, 404, 410, 422, 429, 451])(
      '%s without GitHub’s request id is a proxy’s word',
      status => {
        const record = exchange({ status, headers: { 'retry-after': '30' } });
        expect(startVerdict(record, undefined)).toMatchObject({
          kind: 'ambiguous',
          reason: 'unexpected_status',
        });
      },
    );

    it.each([
      'ECONNRESET',
      'UND_ERR_SOCKET',
      'ETIMEDOUT',
      'EPIPE',
      'EPROTO',
      undefined,
    ])('a connection lost by %s', causeCode => {
      const record = exchange({ causeCode, headers: {} });
      expect(startVerdict(record, undefined)).toEqual({
        kind: 'ambiguous',
        reason: 'connection_lost',
      });
    });

    it('our own time limit', () => {
      const record = exchange({ causeCode: OWN_TIMEOUT, headers: {} });
      expect(startVerdict(record, undefined)).toEqual({
        kind: 'ambiguous',
        reason: 'timeout',
      });
    });
  });
});
