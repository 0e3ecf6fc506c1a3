import { freePort, PortalProcess } from './testing/PortalProcess';

const configFiles = ['app-config.yaml', 'app-config.production.yaml'];

const env = {
  NODE_ENV: 'production',
  AUTH_GITHUB_CLIENT_ID: 'client',
  AUTH_GITHUB_CLIENT_SECRET: 'secret',
  APP_CONFIG_backend_database:
    '{"client":"better-sqlite3","connection":":memory:"}',
};

describe('the production entry', () => {
  describe('started with the production configuration', () => {
    let portal: PortalProcess;
    let url: string;

    beforeAll(async () => {
      const port = await freePort();
      url = `http://localhost:${port}`;
      portal = new PortalProcess('index', configFiles, {
        ...env,
        PORTAL_URL: url,
        APP_CONFIG_backend_listen: JSON.stringify(`127.0.0.1:${port}`),
        APP_CONFIG_backend_auth_externalAccess: JSON.stringify([
          {
            type: 'static',
            options: { token: 'reader-token', subject: 'test' },
          },
        ]),
      });
      await portal.ready();
    }, 120_000);

    afterAll(() => portal.stop());

    it('knows no demo sign-in', async () => {
      const response = await fetch(`${url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': 'ana' },
      });

      expect(response.status).toBe(404);
    });

    it('knows the sign-in through GitHub', async () => {
      const response = await fetch(
        `${url}/api/auth/github/start?env=production`,
        { redirect: 'manual' },
      );

      expect(response.headers.get('location')).toMatch(
        /^https:\/\/github\.com\/login\/oauth\/authorize\?/,
      );
    });

    it('has no example entities', async () => {
      const response = await fetch(`${url}/api/catalog/entities`, {
        headers: { authorization: 'Bearer reader-token' },
      });

      expect(response.status).toBe(200);
      expect(await response.json()).toEqual([]);
    });
  });

  it('does not start with a GitHub over http', async () => {
    const portal = new PortalProcess('index', configFiles, {
      ...env,
      APP_CONFIG_integrations_github:
        '[{"host":"ghe.example.net","apiBaseUrl":"http://ghe.example.net/api/v3"}]',
    });

    expect(await portal.refused()).toEqual({
      code: 1,
      stderr:
        'The portal does not start, because integrations.github[0].apiBaseUrl is not an https address beyond this machine, and NODE_ENV is production.\n',
    });
  }, 30_000);

  it('does not start with the demo configuration', async () => {
    const portal = new PortalProcess(
      'index',
      ['app-config.yaml', 'app-config.demo.yaml'],
      env,
    );

    expect(await portal.refused()).toEqual({
      code: 1,
      stderr: expect.stringContaining('integrations.github[0].host'),
    });
  }, 30_000);
});
