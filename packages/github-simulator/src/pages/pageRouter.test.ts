import { stateOf } from '../state/tasks';
import { openPages, TestPages } from '../testing/openPages';
import { TestSimulator } from '../testing/openSimulator';

const EVIL = `<script>alert("x")</script> & 'more'`;

let simulator: TestSimulator;
let look: TestPages['look'];
let press: TestPages['press'];
let played: TestPages['played'];

beforeEach(async () => {
  ({ simulator, look, press, played } = await openPages());
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

describe('every page', () => {
  it('says that nothing is real, runs no script and loads nothing from elsewhere', async () => {
    const { path, pull } = await played('works');
    const base = '/acme/payments-api';
    for (const page of [
      '/',
      '/acme',
      base,
      `${base}/tree/main`,
      `${base}/blob/main/README.md`,
      `${base}/tree/${pull.headRef}`,
      `${base}/pull/1`,
      path,
    ]) {
      const { status, text, headers } = await look(page);
      expect([page, status]).toEqual([page, 200]);
      expect(text).toContain('nothing here is real');
      expect(text).not.toMatch(/<script|(src|href)="(https?:)?\/\//);
      expect(headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
    }
  });

  it('shows text that people wrote as text', async () => {
    const { task, pull, path } = await played('waits', EVIL);
    task.name = EVIL;
    task.sessions[0].question = EVIL;
    Object.assign(pull, { title: EVIL, body: EVIL });
    pull.files.push({
      filename: EVIL,
      status: 'added',
      additions: 1,
      deletions: 0,
      patch: `@@ -0,0 +1 @@\n+${EVIL}`,
      content: EVIL,
    });
    await press('/acme/payments-api/pull/1/comment', EVIL);
    await press(`${path}/answer`, EVIL);
    for (const page of [
      '/',
      '/acme/payments-api',
      '/acme/payments-api/pull/1',
      path,
    ]) {
      const { text } = await look(page);
      expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)');
      expect(text).not.toContain('<script');
    }
  });

  it('acts as the first person of the world until somebody else is chosen', async () => {
    const first = await look('/', '');
    expect(first.text).toMatch(/value="ana" selected/);
    const chosen = await press('/_pages/person', {
      person: 'bo',
      next: '/acme',
    });
    expect(chosen.status).toBe(303);
    expect(chosen.location).toBe('/acme');
    expect(chosen.headers.get('set-cookie')).toContain('simulator_person=bo');
    expect((await look('/', 'bo')).text).toMatch(/value="bo" selected/);
  });

  it.each(['//elsewhere.test', '/\\elsewhere.test', 'https://elsewhere.test'])(
    'does not send a person to %s',
    async next => {
      const form = { person: 'bo', next };
      const { location } = await press('/_pages/person', form);
      expect(location).toBe('/');
    },
  );

  it('tells friendly of what is not there, and of what one may not see', async () => {
    const { path } = await played('works');
    for (const page of [
      '/acme/payments-api',
      '/acme/payments-api/pull/1',
      '/acme/payments-api/blob/main/README.md',
      path,
    ]) {
      const hidden = await look(page, 'dee');
      expect(hidden.status).toBe(404);
      expect(hidden.text).toContain('There is nothing here');
      expect(hidden.text).not.toContain('Rename');
    }
    expect((await look('/')).text).toContain('Rename');
    expect((await look('/', 'dee')).text).not.toContain('Rename');
    for (const page of ['/x', '/acme/x', '/copilot/tasks/x', '/a/b/c/d']) {
      expect((await look(page)).status).toBe(404);
    }
  });

  it('refuses a form that another site sent', async () => {
    const { path, task } = await played('waits');
    const { status } = await press(`${path}/answer`, 'Replace it', 'ana', {
      origin: 'https://elsewhere.test',
    });
    expect(status).toBe(403);
    expect(stateOf(task)).toBe('waiting_for_user');
  });
});

describe('addresses that the API hands out', () => {
  it('lead somewhere: runs, avatars, raw files, old names', async () => {
    const { task, path } = await played('works');
    const { ask } = simulator;
    const runs = await ask('GET', '/repos/acme/payments-api/actions/runs');
    const targets = [];
    for (const run of runs.body.workflow_runs) {
      targets.push((await look(new URL(run.html_url).pathname)).location);
    }
    expect(targets.sort()).toEqual(['/acme/payments-api/pull/1', path].sort());

    const user = await ask('GET', '/user');
    const picture = await fetch(user.body.avatar_url);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');

    const files = await ask('GET', '/repos/acme/payments-api/pulls/1/files');
    const raw = await fetch(files.body[0].raw_url, {
      headers: { authorization: 'Bearer ana-token' },
    });
    expect(await raw.text()).toContain(task.name);

    await ask('PATCH', '/repos/acme/payments-api', { name: 'pay' }, 'bo-token');
    const old = await look('/acme/payments-api/pull/1');
    expect(old.location).toBe('/acme/pay/pull/1');
  });
});
