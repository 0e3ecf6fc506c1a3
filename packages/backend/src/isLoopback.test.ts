import { isLoopback } from './isLoopback';

describe('isLoopback', () => {
  it.each([
    'localhost',
    'LOCALHOST.',
    'portal.localhost',
    '127.0.0.1',
    '127.8.8.8',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
  ])('%s reaches this machine alone', host => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '',
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '192.168.0.7',
    'github.com',
    'localhost.example.com',
    'notlocalhost',
    '127.0.0.1.example.com',
  ])('"%s" reaches further', host => {
    expect(isLoopback(host)).toBe(false);
  });
});
