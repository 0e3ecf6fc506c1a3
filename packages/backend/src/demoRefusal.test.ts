import { ConfigReader } from '@backstage/config';
import { demoRefusal } from './demoRefusal';

function refusal(listen: string | object | undefined, nodeEnv = 'development') {
  return demoRefusal(new ConfigReader({ backend: { listen } }), nodeEnv);
}

describe('demoRefusal', () => {
  it.each([
    { host: '127.0.0.1', port: 7007 },
    { host: 'localhost' },
    { host: '::1' },
    'localhost:7007',
  ])('lets the demo listen on %j', listen => {
    expect(refusal(listen)).toBeUndefined();
  });

  it.each([
    undefined,
    ':7007',
    '7007',
    '0.0.0.0:7007',
    { port: 7007 },
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.168.0.7' },
    { host: 'portal.example.com' },
  ])('refuses to listen on %j', listen => {
    expect(refusal(listen)).toMatch(/backend\.listen/);
  });

  it('refuses production, even on loopback', () => {
    expect(refusal({ host: '127.0.0.1' }, 'production')).toMatch(
      /NODE_ENV=production/,
    );
  });
});
