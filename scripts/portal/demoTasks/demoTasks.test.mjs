import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nextMove } from './nextMove.mjs';
import { provideDemoTasks } from './provideDemoTasks.mjs';
import { inTemporaryDirectory } from '../../running/inTemporaryDirectory.mjs';
import { stories } from './stories.mjs';

const root = join(import.meta.dirname, '../../..');
const story = {
  key: 'one',
  agent: 'works',
  pullRequest: { by: 'bo', orders: ['merge'] },
  ends: 'done',
};
const now = {
  task: undefined,
  agent: undefined,
  toldStories: new Set(),
  made: new Set(),
};
const working = { status: 'working', state: 'in_progress' };
const inReview = { status: 'in_review', state: 'completed' };
const ended = { state: 'completed', pullId: 7 };

test('the demo shows each of the nine statuses', () => {
  assert.deepEqual([...new Set(stories.map(({ ends }) => ends))].sort(), [
    ...['cancelled', 'done', 'in_review', 'needs_approval', 'needs_you'],
    ...['not_done', 'unclear', 'waiting', 'working'],
  ]);
});

test('one agent of the demo strays from its scope, and its review says so', () => {
  const strays = stories.filter(({ agent }) => agent === 'strays');
  assert.deepEqual(
    strays.map(({ ends }) => ends),
    ['in_review'],
  );
});

test('no two tasks of the demo have the same title', () => {
  const titles = stories.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('a story has a key of its own and follows one that exists', () => {
  const keys = stories.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const { key, after } of stories) {
    assert.ok(after === undefined || keys.includes(after), key);
    assert.notEqual(after, key);
  }
});

test('stories are of people and services that the examples know', () => {
  const people = readFileSync(join(root, 'examples/org.yaml'), 'utf8');
  const services = readFileSync(join(root, 'examples/entities.yaml'), 'utf8');
  for (const { by, service, template, pullRequest } of stories) {
    // GitHub lets nobody approve what they asked for, and neither does the portal.
    assert.notEqual(pullRequest?.by, by);
    assert.match(people, new RegExp(`^  name: ${by}$`, 'm'));
    assert.match(services, new RegExp(`^  name: ${service}$`, 'm'));
    const file = `examples/agent-task-templates/${template}.yaml`;
    assert.ok(existsSync(join(root, file)), file);
  }
});

test('a story waits for the one before it', () => {
  const later = { ...story, after: 'zero' };
  assert.equal(nextMove(later, now), undefined);
  const toldStories = new Set(['zero']);
  assert.equal(nextMove(later, { ...now, toldStories }), 'submit');
});

test('an agent is told what to do once GitHub has the task, and only once', () => {
  const waiting = { status: 'waiting', state: 'queued' };
  const agent = { state: 'queued', pullId: null };
  assert.equal(nextMove(story, { ...now, task: waiting }), undefined);
  assert.equal(nextMove(story, { ...now, task: working, agent }), 'play');
  const made = new Set(['play']);
  assert.equal(
    nextMove(story, { ...now, task: working, agent, made }),
    undefined,
  );
});

test('people act on a pull request when the agent has ended', () => {
  const made = new Set(['play']);
  const at = { ...now, task: inReview, agent: ended, made };
  assert.equal(nextMove(story, at), 'pullRequest');
  made.add('pullRequest');
  assert.equal(nextMove(story, at), undefined);
  const task = { status: 'done', state: 'completed' };
  assert.equal(nextMove(story, { ...at, task }), 'told');
});

test('a story that is told again after a crash goes on from where it is', () => {
  assert.equal(
    nextMove(story, { ...now, task: inReview, agent: ended }),
    'pullRequest',
  );
  const task = { status: 'done', state: 'completed' };
  assert.equal(nextMove(story, { ...now, task, agent: ended }), 'told');
});

test('a person decides in the state that the story names', () => {
  const rejected = {
    key: 'no',
    command: { when: 'pending_approval' },
    ends: 'not_done',
  };
  const task = { status: 'needs_approval', state: 'pending_approval' };
  assert.equal(nextMove(rejected, { ...now, task }), 'command');
  const after = { status: 'not_done', state: 'rejected' };
  assert.equal(nextMove(rejected, { ...now, task: after }), 'told');
});

/** A portal whose catalog was read at once. */
async function provideIn(directory, t, tell) {
  t.mock.method(console, 'log', () => {});
  t.mock.method(console, 'error', () => {});
  t.mock.method(globalThis, 'fetch', async () =>
    Response.json({ backstageIdentity: { token: 't' }, items: [{}, {}] }),
  );
  const { signal } = new AbortController();
  const urls = { url: 'http://portal', simulatorUrl: 'http://github' };
  await provideDemoTasks({ directory, ...urls, signal, tell });
}

test('a demo is filled once', t =>
  inTemporaryDirectory('demo', async directory => {
    const tell = t.mock.fn(async () => 1);
    await provideIn(directory, t, tell);
    await provideIn(directory, t, tell);
    assert.equal(tell.mock.callCount(), 1);
  }));

test('agents are as quick at each start as at the first', t =>
  inTemporaryDirectory('demo', async directory => {
    for (const _ of ['first', 'second']) {
      await provideIn(directory, t, async () => 1);
      const [[url, request]] = fetch.mock.calls.map(call => call.arguments);
      assert.equal(url, 'http://github/_simulator/settings');
      assert.deepEqual(JSON.parse(request.body), { speed: 5 });
    }
  }));

test('a demo that was not filled to the end is filled at the next start', t =>
  inTemporaryDirectory('demo', async directory => {
    const tell = t.mock.fn(async () => 1);
    tell.mock.mockImplementationOnce(async () => {
      throw new Error('gone');
    });
    await provideIn(directory, t, tell);
    await provideIn(directory, t, tell);
    assert.equal(tell.mock.callCount(), 2);
  }));
