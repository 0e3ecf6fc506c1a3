import { ChainLink, chainMessage, checkChain } from './chainMessage';

// Any function that differs for different messages will do here; the real one signs with a key.
const macOf = (message: string) => `mac(${message})`;

function chainOf(digests: string[]): ChainLink[] {
  let head: string | null = null;
  return digests.map((payloadDigest, index) => {
    const seq = index + 1;
    head = macOf(chainMessage(head, seq, payloadDigest));
    return { seq, payloadDigest, mac: head };
  });
}

const links = chainOf(['a', 'b', 'c']);
const whole = { count: 3, head: links[2].mac };

describe('checkChain', () => {
  it('finds a whole chain intact', () => {
    expect(checkChain(links, whole, macOf)).toEqual({
      intact: true,
      count: 3,
      head: links[2].mac,
      brokenAt: null,
    });
    expect(checkChain([], { count: 0, head: null }, macOf).intact).toBe(true);
  });

  it.each([
    [
      'a changed line',
      [links[0], { ...links[1], payloadDigest: 'x' }, links[2]],
      2,
    ],
    ['a removed line', [links[0], links[2]], 2],
    ['two lines in another order', [links[1], links[0], links[2]], 1],
    ['a cut at the end', links.slice(0, 2), 3],
    [
      'a line added at the end',
      [...links, chainOf(['a', 'b', 'c', 'd'])[3]],
      5,
    ],
  ])('names %s', (_name, told, brokenAt) => {
    expect(checkChain(told, whole, macOf)).toMatchObject({
      intact: false,
      brokenAt,
    });
  });
});
