import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { freePort, PortalProcess } from './testing/PortalProcess';

const configFiles = ['app-config.yaml', 'app-config.demo.yaml'];

type DemoExtensions = [
  {
    'sign-in-page:app/demo': {
      config: { people: Array<{ user: string; name: string }> };
    };
  },
];

describe('the demo entry', () => {
  describe('on this machine', () => {
    let portal: PortalProcess;
    let url: string;
    let directory: string;

    beforeAll(async () => {
      const port = await freePort();
      url = `http://localhost:${port}`;
      directory = await mkdtemp(join(tmpdir(), 'demo-portal-'));
      portal = new PortalProcess('demo', configFiles, {
        NODE_ENV: 'development',
        PORTAL_PORT: String(port),
        SIMULATOR_PORT: '7150',
        DEMO_DIRECTORY: directory,
      });
      await portal.ready();
      // The catalog reads the examples after it started, in one go.
      while ((await signIn('fay')).status === 404) {
        await setTimeout(50);
      }
    }, 120_000);

    afterAll(async () => {
      await portal.stop();
      await rm(directory, { recursive: true });
    });

    function signIn(user?: string) {
      return fetch(`${url}/api/auth/demo/refresh`, {
        headers: user ? { 'x-demo-user': user } : {},
      });
    }

    it('signs two people in as two identities, each with their team', async () => {
      const [ana, dana] = await Promise.all(
        ['ana', 'dana'].map(async user => (await signIn(user)).json()),
      );

      expect(ana.backstageIdentity.identity).toEqual({
        type: 'user',
        userEntityRef: 'user:default/ana',
        ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
      });
      expect(dana.backstageIdentity.identity).toEqual({
        type: 'user',
        userEntityRef: 'user:default/dana',
        ownershipEntityRefs: ['user:default/dana', 'group:default/storefront'],
      });
    });

    it('hands out a token with which the person sees the catalog', async () => {
      const { backstageIdentity } = await (await signIn('ana')).json();
      const response = await fetch(
        `${url}/api/catalog/entities/by-name/component/default/payments-api`,
        { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
      );
      const { metadata } = await response.json();

      expect(response.status).toBe(200);
      // Where SIMULATOR_PORT put it, not where the example file says.
      expect(metadata.annotations['backstage.io/source-location']).toBe(
        'url:http://localhost:7150/acme/payments-api/',
      );
    });

    it('signs in everybody its sign-in page lists, under the name it shows', async () => {
      const config = await ConfigSources.toConfig(
        ConfigSources.default({
          argv: configFiles.flatMap(file => [
            '--config',
            resolvePackagePath('backend', '../..', file),
          ]),
        }),
      );
      config.close();
      const [{ 'sign-in-page:app/demo': signInPage }] =
        config.get<DemoExtensions>('app.extensions');
      const { people } = signInPage.config;

      expect(people).toHaveLength(6);
      for (const person of people) {
        const session = await (await signIn(person.user)).json();
        expect(session.profile.displayName).toBe(person.name);
      }
    });

    it('refuses somebody the catalog does not know', async () => {
      const response = await signIn('mallory');

      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('token');
    });

    it('refuses a request that names nobody', async () => {
      expect((await signIn()).status).toBe(401);
    });
  });

  it.each([
    ['in production', { NODE_ENV: 'production' }, 'NODE_ENV=production'],
    [
      'beyond this machine',
      { NODE_ENV: 'development', APP_CONFIG_backend_listen_host: '"0.0.0.0"' },
      'backend.listen',
    ],
  ])(
    'does not start %s',
    async (_, env, reason) => {
      const portal = new PortalProcess('demo', configFiles, env);

      const { code, stderr } = await portal.refused();

      expect(code).toBe(1);
      expect(stderr).toMatch(/^The demo does not start\b.*\n$/);
      expect(stderr).toContain(reason);
    },
    30_000,
  );
});
