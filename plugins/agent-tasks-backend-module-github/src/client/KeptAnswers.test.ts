import { KeptAnswers } from './KeptAnswers';

const credential = { identityId: 'portal', host: 'github.com', token: 't' };

function answer(etag: string | undefined, body: unknown, status = 200) {
  return {
    exchange: {
      entered: true,
      status,
      headers: { ...(etag && { etag }) },
      bodyReadable: true,
      startedAt: 0,
      endedAt: 0,
    },
    body,
  };
}

describe('answers that may still hold', () => {
  it('are the newest of their address, and only those with an ETag', () => {
    const kept = new KeptAnswers();
    const etag = () => kept.find(credential, 'a')?.etag;
    kept.keep(credential, 'a', answer('"1"', {}));
    kept.keep(credential, 'a', answer('"2"', {}));
    expect(etag()).toBe('"2"');
    kept.keep(credential, 'a', answer(undefined, {}));
    expect(etag()).toBeUndefined();
    kept.keep(credential, 'a', answer('"3"', {}, 404));
    expect(etag()).toBeUndefined();
  });

  it('make room, the oldest first', () => {
    const kept = new KeptAnswers(250);
    const hundred = 'x'.repeat(98);
    for (const url of ['a', 'b', 'c']) {
      kept.keep(credential, url, answer('"1"', hundred));
    }
    const known = ['a', 'b', 'c'].filter(url => kept.find(credential, url));
    expect(known).toEqual(['b', 'c']);
    kept.keep(credential, 'd', answer('"1"', 'x'.repeat(1_000)));
    expect(kept.find(credential, 'd')).toBeUndefined();
  });
});
