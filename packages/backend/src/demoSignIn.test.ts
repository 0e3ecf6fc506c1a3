import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { demoSignIn } from './demoSignIn';

function startWith(host: string) {
  return startTestBackend({
    features: [
      authPlugin,
      demoSignIn,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost', listen: { host } },
          auth: { providers: { demo: {} } },
        },
      }),
    ],
  });
}

describe('demoSignIn, added to any backend', () => {
  const { env } = process;

  afterEach(() => {
    process.env = env;
  });

  it('works on this machine', async () => {
    await expect(startWith('127.0.0.1')).resolves.toBeDefined();
  });

  it('keeps that backend from starting in production', async () => {
    process.env = { ...env, NODE_ENV: 'production' };

    await expect(startWith('127.0.0.1')).rejects.toThrow(/NODE_ENV=production/);
  });

  it('keeps that backend from listening beyond this machine', async () => {
    await expect(startWith('0.0.0.0')).rejects.toThrow(/backend\.listen/);
  });
});
