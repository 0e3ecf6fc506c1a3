import { openSimulator, TestSimulator } from '../testing/openSimulator';
import { stateOf } from '../state/tasks';
import { markup } from './layout/markup';

const EVIL = `<script>alert("x")</script> & 'more'`;

let simulator: TestSimulator;

beforeEach(async () => {
  simulator = await openSimulator();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

interface Look {
  status: number;
  text: string;
  location: string | null;
  headers: Headers;
}

async function read(response: Response): Promise<Look> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location'),
    headers: response.headers,
  };
}

async function look(path: string, person = 'ana'): Promise<Look> {
  return read(
    await fetch(simulator.url + path, {
      redirect: 'manual',
      headers: { cookie: `simulator_person=${person}` },
    }),
  );
}

async function press(
  path: string,
  text = '',
  person = 'ana',
  headers: Record<string, string> = {},
): Promise<Look> {
  return read(
    await fetch(simulator.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `simulator_person=${person}`, ...headers },
      body: new URLSearchParams({ text }),
    }),
  );
}

/** Starts a task that plays a script, and lets an hour pass. */
async function played(script: string, prompt = 'Rename the button') {
  const started = await simulator.start(`${prompt}\nsimulator: ${script}`);
  simulator.clock.advance(3_600_000);
  simulator.simulator.catchUp();
  const { world } = simulator.simulator;
  const task = world.tasks[started.id];
  const pull = world.pulls[task.pullId ?? -1];
  const { html_url: url } = await simulator.read(task.id);
  return { task, pull, path: new URL(url).pathname };
}

describe('markup', () => {
  it('escapes text between tags and in attributes, and takes markup as it is', () => {
    const inner = markup`<b title="${EVIL}">${EVIL}</b>`;
    expect(markup`${[inner, null, false, 0]}`.text).toBe(
      '<b title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;</b>0',
    );
  });
});

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
    const first = await read(await fetch(`${simulator.url}/`));
    expect(first.text).toMatch(/value="ana" selected/);
    const chosen = await read(
      await fetch(`${simulator.url}/_pages/person`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ person: 'bo', next: '/acme' }),
      }),
    );
    expect(chosen.status).toBe(303);
    expect(chosen.location).toBe('/acme');
    expect(chosen.headers.get('set-cookie')).toContain('simulator_person=bo');
    expect((await look('/', 'bo')).text).toMatch(/value="bo" selected/);
  });

  it.each(['//elsewhere.test', '/\\elsewhere.test', 'https://elsewhere.test'])(
    'does not send a person to %s',
    async next => {
      const { location } = await read(
        await fetch(`${simulator.url}/_pages/person`, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({ person: 'bo', next }),
        }),
      );
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

describe('the page of a task', () => {
  it('is where html_url leads, and takes the answer that lets the agent go on', async () => {
    const { task, path } = await played('waits');
    const before = await look(path);
    expect(before.text).toContain('The agent asks');
    expect(before.text).toContain('Shall I keep the old behaviour');

    const sent = await press(`${path}/answer`, 'Replace it');
    expect(sent.status).toBe(303);
    simulator.clock.advance(3_600_000);
    expect(await simulator.read(task.id)).toMatchObject({ state: 'completed' });
    const after = await look(String(sent.location));
    expect(after.text).toContain('Your answer is with the agent');
    expect(after.text).toContain('Ana Ruiz answered');
    expect(after.text).toContain('Replace it');
    expect(after.text).not.toContain('<textarea');
  });

  it('refuses an answer that comes too late, in words', async () => {
    const { path } = await played('works');
    const { status, text } = await press(`${path}/answer`, 'Too late');
    expect(status).toBe(409);
    expect(text).toContain('does not wait for an answer');
  });

  it('refuses an empty answer in words', async () => {
    const { path, task } = await played('waits');
    const { status, text } = await press(`${path}/answer`, '  ');
    expect(status).toBe(422);
    expect(text).toContain('Write an answer before you send it.');
    expect(stateOf(task)).toBe('waiting_for_user');
  });

  it('cancels the agent', async () => {
    const { path, task } = await played('works-on');
    expect((await look(path)).text).toContain('Cancel the agent');
    await press(`${path}/cancel`);
    simulator.clock.advance(10_000);
    simulator.simulator.catchUp();
    expect(stateOf(task)).toBe('cancelled');
    const again = await press(`${path}/cancel`);
    expect(again.status).toBe(409);
    expect(again.text).toContain('The agent has ended already.');
  });

  it('lets a reader look, names who may act, and keeps what was typed', async () => {
    const { path, task } = await played('waits');
    expect((await look(path, 'cy')).text).toMatch(/<button[^>]*disabled/);
    const { status, text } = await press(`${path}/answer`, 'Mine', 'cy');
    expect(status).toBe(403);
    expect(text).toContain('Act as Ana Ruiz or Bo Lindqvist.');
    expect(text).toContain('Mine</textarea>');
    expect(stateOf(task)).toBe('waiting_for_user');
  });

  it('shows what it cost and why it failed', async () => {
    const { path, task } = await played('fails');
    task.sessions[0].usage = { type: 'ai_credits', amount: 12_500_000_000 };
    const { text } = await look(path);
    expect(text).toContain('12.5 credits');
    expect(text).toContain('a command it needs failed repeatedly');
  });
});

describe('the page of a pull request', () => {
  const page = '/acme/payments-api/pull/1';

  it('brings the work of an agent from workflows to the merge', async () => {
    const { pull } = await played('works');
    expect((await look(page)).text).toContain('Approve and run workflows');

    const own = await press(`${page}/workflows`);
    expect(own.status).toBe(403);
    expect(own.text).toContain('cannot approve its workflows');
    expect((await press(`${page}/workflows`, '', 'bo')).status).toBe(303);
    simulator.clock.advance(600_000);
    expect((await look(page)).text).toContain('Passed');

    const draft = await press(`${page}/merge`);
    expect(draft.status).toBe(409);
    expect(draft.text).toContain('A draft cannot be merged.');
    await press(`${page}/ready`);
    expect(pull.draft).toBe(false);

    await press(`${page}/approve`);
    const unreviewed = await press(`${page}/merge`);
    expect(unreviewed.text).toContain('must approve it first');
    await press(`${page}/approve`, 'Well done', 'bo');
    const merged = await press(`${page}/merge`);
    expect(merged.location).toBe(`${page}?done=merged`);
    expect(pull).toMatchObject({ state: 'closed', mergedBy: 'ana' });

    const { text } = await look(`${page}?done=merged`);
    expect(text).toContain('The pull request is merged.');
    expect(text).toContain('Bo Lindqvist approved');
    expect(text).not.toContain('<textarea');
    const file = await look('/acme/payments-api/tree/main/docs/changes');
    expect(file.text).toContain('.md');
  });

  it('shows failed checks as failed', async () => {
    await played('checks-fail');
    await press(`${page}/workflows`, '', 'bo');
    simulator.clock.advance(600_000);
    expect((await look(page)).text).toContain('Failed');
  });

  it('does not merge what conflicts', async () => {
    await played('conflicts');
    await press(`${page}/ready`);
    await press(`${page}/approve`, '', 'bo');
    const { status, text } = await press(`${page}/merge`);
    expect(status).toBe(409);
    expect(text).toContain('It conflicts with main.');
  });

  it('takes a request for changes only with words', async () => {
    const { pull } = await played('works');
    expect((await press(`${page}/changes`, '', 'bo')).status).toBe(422);
    await press(`${page}/changes`, 'Add a test', 'bo');
    expect(simulator.simulator.world.reviews).toEqual([
      expect.objectContaining({
        pullId: pull.id,
        state: 'CHANGES_REQUESTED',
        body: 'Add a test',
      }),
    ]);
  });

  it('a comment to @copilot begins another session', async () => {
    const { task } = await played('works');
    await press(`${page}/comment`, '@copilot please add a test');
    expect(task.sessions).toHaveLength(2);
    expect(task.sessions[1].prompt).toBe('@copilot please add a test');
  });

  it('closes and opens again', async () => {
    const { pull } = await played('works');
    await press(`${page}/close`);
    expect(pull.state).toBe('closed');
    await press(`${page}/reopen`);
    expect(pull.state).toBe('open');
  });

  it('hides the comments that only machines read', async () => {
    await played('works');
    expect((await look(page)).text).not.toContain('START COPILOT');
  });

  it('nobody but a writer changes anything', async () => {
    const { pull } = await played('works');
    const before = structuredClone(pull);
    for (const action of ['workflows', 'approve', 'ready', 'merge', 'close']) {
      expect((await press(`${page}/${action}`, 'x', 'cy')).status).toBe(403);
      expect((await press(`${page}/${action}`, 'x', 'dee')).status).toBe(404);
    }
    expect(pull).toEqual(before);
  });

  it('an action that nobody knows is a page that is not there', async () => {
    await played('works');
    expect((await press(`${page}/constructor`)).status).toBe(404);
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
