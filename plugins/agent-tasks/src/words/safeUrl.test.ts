import { safeUrl } from './safeUrl';

const host = 'github.com';

describe('a link from outside', () => {
  it.each([
    ['https://github.com/acme/payments-api/pull/7', host],
    ['https://GITHUB.com/acme', host],
    ['http://localhost:7099/acme/x', 'localhost:7099'],
    ['http://127.0.0.1:7099/acme/x', '127.0.0.1:7099'],
  ])('%s is shown at %s', (url, at) => {
    expect(safeUrl(url, at)?.host).toBe(at);
  });

  it.each([
    null,
    '',
    'nonsense',
    '/acme/x',
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,x',
    'http://github.com/acme',
    'https://github.com.evil.example/acme',
    'https://evil.example/github.com',
    'https://github.com@evil.example/acme',
    'https://ana:secret@github.com/acme',
    'https://github.com:8443/acme',
    'https://gіthub.com/acme',
    '//github.com/acme',
  ])('%s is not a link', url => {
    expect(safeUrl(url, host)).toBeUndefined();
  });

  it('over http leads to this machine only', () => {
    expect(safeUrl('http://10.0.0.1/acme', '10.0.0.1')).toBeUndefined();
  });
});
