import { component } from '../../outside/testing/exampleCatalog';
import {
  agent,
  ana,
  configOf,
  scaffolder,
  submissionHarness,
  SubmissionHarness,
  world,
} from './testing/submissionHarness';

let harness: SubmissionHarness;

async function open(...args: Parameters<typeof submissionHarness>) {
  harness = await submissionHarness(...args);
  return harness;
}

afterEach(() => harness.close());

describe('a task that is taken', () => {
  it('is stored with all that was decided', async () => {
    const { submissions, ask, store, woken } = await open();
    const { task, isReplay } = await submissions.submit(ask());
    expect(isReplay).toBe(false);
    expect(woken()).toBe(1);
    expect((await store.load(task.id))?.task).toMatchObject({
      phase: 'queued',
      title: 'Upgrade a dependency',
      entityRef: 'component:default/payments-api',
      isEntityBound: true,
      repository: {
        host: 'github.com',
        slug: 'acme/payments-api',
        url: 'https://github.com/acme/payments-api',
      },
      baseRef: 'default',
      requestedModel: 'auto',
      createPullRequest: true,
      template: { version: '1.2.0', digest: expect.stringMatching(/^sha256:/) },
      requester: { ref: ana.ref, type: 'user' },
      via: { kind: 'portal', ref: null, run: null },
      identity: { id: 'portal', type: 'token' },
      policy: { id: 'services', version: 3, result: 'allow' },
      people: { owners: ['group:default/payments'], isOwnerSubstituted: false },
      fairKey: 'group:default/payments',
      estimatedCost: 120,
      flags: ['shared_identity'],
    });
  });

  it('keeps the prompt as it will be sent, without a marker, and the form as it was filled in', async () => {
    const { submissions, ask, store } = await open();
    const { task } = await submissions.submit(ask());
    const texts = await store.texts(task.id);
    expect(texts?.parameters).toEqual({ dependency: 'lodash', depth: 'one' });
    expect(texts?.prompt).toMatch(
      /^Upgrade lodash \(one\) in acme\/payments-api\.\n\n## How to work on this task/,
    );
    expect(texts?.prompt).toContain('a public interface would change');
    expect(texts?.prompt).not.toContain('Portal-Task-Ref');
  });

  it('keeps the template version as it was first used', async () => {
    const { submissions, ask, store } = await open();
    const { task } = await submissions.submit(ask());
    const kept = await store.templateVersion(task.template!.ref, '1.2.0');
    expect(kept?.digest).toBe(task.template!.digest);
    expect(kept?.spec).toMatchObject({ type: 'dependency-bump' });
  });

  it('has a first line in its record: who, through what, in which request', async () => {
    const { submissions, ask, queries } = await open();
    const origin = { ref: 'template:default/new-service', run: 'run-7' };
    const { task } = await submissions.submit(
      ask({ caller: scaffolder, body: { origin } }),
    );
    expect(task.via).toEqual({ kind: 'scaffolder', ...origin });
    const page = { afterSeq: 0, limit: 9 };
    expect(await queries.events(task.id, page)).toEqual([
      expect.objectContaining({
        seq: 1,
        type: 'submitted',
        to: 'queued',
        actor: { type: 'user', ref: ana.ref, plugin: 'plugin:scaffolder' },
        requestId: 'request-1',
      }),
    ]);
  });

  it.each([
    ['the policy', { policy: { approval: { required: true } } }, {}],
    ['the template', {}, { template: 'agenttasktemplate:default/careful' }],
  ])('waits for a yes where %s wants one', async (_name, config, body) => {
    const { submissions, ask } = await open({ config: configOf(config) });
    const { task } = await submissions.submit(ask({ body }));
    expect(task).toMatchObject({
      phase: 'pending_approval',
      attention: 'approval',
      routedTo: ['group:default/payments'],
      policy: { result: 'ask', fourEyes: true },
    });
  });

  it('waits for its entity, and belongs to its requester until then', async () => {
    const { submissions, ask } = await open();
    const { task } = await submissions.submit(
      ask({
        caller: scaffolder,
        body: {
          entityRef: 'component:default/brand-new',
          repository: 'https://github.com/Acme/brand-new.git',
        },
      }),
    );
    expect(task).toMatchObject({
      isEntityBound: false,
      repository: { slug: 'acme/brand-new' },
      people: { owners: [ana.ref] },
    });
  });

  it('follows the wishes of the request over those of template and policy', async () => {
    const { submissions, ask } = await open();
    const { task } = await submissions.submit(
      ask({
        body: {
          title: 'Lodash, please',
          baseRef: 'release/1',
          model: 'claude-sonnet-4.6',
          createPullRequest: false,
          priority: -3,
        },
      }),
    );
    expect(task).toMatchObject({
      title: 'Lodash, please',
      baseRef: 'release/1',
      requestedModel: 'claude-sonnet-4.6',
      createPullRequest: false,
      priority: -3,
    });
  });

  it('may be a prompt of one’s own where the policy lets it', async () => {
    const { submissions, ask, store } = await open({
      config: configOf({ policy: { freeform: true } }),
    });
    const body = {
      template: undefined,
      parameters: undefined,
      prompt: 'Delete what nobody uses.',
    };
    const { task } = await submissions.submit(ask({ body }));
    expect(task).toMatchObject({ template: null, title: 'Agent task' });
    const texts = await store.texts(task.id);
    expect(texts?.prompt).toMatch(/^Delete what nobody uses\.\n\n## How/);
    // Another prompt is another task, though neither has a template.
    const other = { ...body, prompt: 'Delete something else.' };
    await submissions.submit(ask({ body: other }));
  });

  it('links to plain http only where the entity itself lives there', async () => {
    const local = component('local');
    local.metadata.annotations!['backstage.io/source-location'] =
      'url:http://github.com/acme/local/';
    const { submissions, ask } = await open({ entities: [...world, local] });
    const body = { entityRef: 'component:default/local' };
    const { task } = await submissions.submit(ask({ body }));
    expect(task.repository.url).toBe('http://github.com/acme/local');
  });
});

describe('a request that is repeated', () => {
  it('gives the same task for the same key, whatever the policy says by then', async () => {
    const { submissions, ask, rows } = await open();
    const first = await submissions.submit(ask(), 'key');
    const before = await rows();
    const again = await submissions.submit(ask(), 'key');
    expect(again).toMatchObject({
      task: { id: first.task.id },
      isReplay: true,
    });
    expect(await rows()).toEqual(before);
  });

  it('is refused with another body under the same key', async () => {
    const { submissions, ask } = await open();
    await submissions.submit(ask(), 'key');
    const other = ask({ body: { title: 'Another' } });
    await expect(submissions.submit(other, 'key')).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('is another request under the key of somebody else', async () => {
    const { submissions, ask } = await open();
    await submissions.submit(ask(), 'key');
    const bo = { ...ana, ref: 'user:default/bo' };
    const theirs = ask({ caller: bo, body: { allowDuplicate: true } });
    expect((await submissions.submit(theirs, 'key')).isReplay).toBe(false);
  });

  it('is one task when both come at once', async () => {
    const { submissions, ask, rows } = await open();
    const both = await Promise.all([
      submissions.submit(ask(), 'key'),
      submissions.submit(ask(), 'key'),
    ]);
    expect(new Set(both.map(({ task }) => task.id)).size).toBe(1);
    expect((await rows()).task).toBe(1);
  });

  it('is suspected as a duplicate without a key, until a person insists', async () => {
    const { submissions, ask } = await open();
    const { task } = await submissions.submit(ask());
    await expect(submissions.submit(ask())).rejects.toMatchObject({
      code: 'DUPLICATE_TASK_SUSPECTED',
      details: { taskId: task.id },
    });
    const insists = { allowDuplicate: true };
    const second = await submissions.submit(ask({ body: insists }));
    expect(second.task.id).not.toBe(task.id);
    // A program would insist every time.
    await expect(
      submissions.submit(ask({ caller: scaffolder, body: insists })),
    ).rejects.toMatchObject({ code: 'DUPLICATE_TASK_SUSPECTED' });
  });
});

describe('an agent without a key', () => {
  const config = configOf({ policy: { match: { via: ['action'] } } });

  it('gets its first task for ten minutes, though that is over by then', async () => {
    const { submissions, ask, knex } = await open({ config });
    const { task } = await submissions.submit(ask({ caller: agent }));
    await knex('task').update({ is_open: false });
    const again = await submissions.submit(ask({ caller: agent }));
    expect(again).toMatchObject({ task: { id: task.id }, isReplay: true });
  });

  it('gets another one later, and for other parameters at once', async () => {
    const { submissions, ask, knex } = await open({ config });
    const { task } = await submissions.submit(ask({ caller: agent }));
    const other = { parameters: { dependency: 'react' } };
    const react = await submissions.submit(ask({ caller: agent, body: other }));
    expect(react.task.id).not.toBe(task.id);
    await knex('idempotency').delete();
    await knex('task').update({ is_open: false });
    const later = await submissions.submit(ask({ caller: agent }));
    expect(later.isReplay).toBe(false);
  });

  it('asks once when it asks twice at a time', async () => {
    const { submissions, ask, rows } = await open({ config });
    const both = await Promise.all([
      submissions.submit(ask({ caller: agent })),
      submissions.submit(ask({ caller: agent })),
    ]);
    expect(both[1].task.id).toBe(both[0].task.id);
    expect((await rows()).task).toBe(1);
  });
});
