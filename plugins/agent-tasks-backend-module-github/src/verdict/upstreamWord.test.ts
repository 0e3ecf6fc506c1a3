import { upstreamWord } from './upstreamWord';

describe('upstreamWord', () => {
  it.each([
    ['model not found or not enabled for user', 'model_unavailable'],
    ['The model gpt-5.3-codex is not supported.', 'model_unavailable'],
    ['You have exceeded a secondary rate limit.', 'rate_limited'],
    ['API rate limit exceeded for user.', 'rate_limited'],
    ['You have exceeded your premium request quota', 'quota_exhausted'],
    ['Your spending limit for AI credits is reached.', 'quota_exhausted'],
    [
      'Copilot cloud agent is not available to this user: no Copilot seat is assigned.',
      'not_enabled',
    ],
    ['Copilot coding agent is disabled for this repository', 'not_enabled'],
    ['Resource not accessible by personal access token', undefined],
    ['Not Found', undefined],
  ])('%s → %s', (message, word) => {
    expect(upstreamWord({ message })).toBe(word);
  });

  it('reads the details of a validation and the type of a GraphQL error', () => {
    const message = 'Validation Failed';
    const errors = [{ code: 'invalid', message: 'model is disabled' }];
    expect(upstreamWord({ message, errors })).toBe('model_unavailable');
    expect(upstreamWord({ errors: [{ type: 'RATE_LIMITED' }] })).toBe(
      'rate_limited',
    );
  });

  it.each([undefined, null, 'model not found', 7, [], { message: 7 }])(
    'makes nothing of %j',
    body => {
      expect(upstreamWord(body)).toBeUndefined();
    },
  );
});
