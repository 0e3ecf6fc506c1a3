import { previewSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { exampleEventWith } from '../../domain/testing/exampleTask';
import {
  ana,
  configOf,
  submissionHarness,
  SubmissionHarness,
} from './testing/submissionHarness';

let harness: SubmissionHarness;

async function open(...args: Parameters<typeof submissionHarness>) {
  harness = await submissionHarness(...args);
  return harness;
}

afterEach(() => harness.close());

it('shows what would happen, in the form of the API', async () => {
  const { submissions, ask } = await open();
  const preview = await submissions.preview(ask());
  expect(previewSchema.parse(preview)).toEqual(preview);
  expect(preview).toMatchObject({
    policy: { result: 'allow', id: 'services', version: 3 },
    identity: { id: 'portal', type: 'token', login: null },
    standing: { required: 'write', result: 'unchecked', login: null },
    estimate: { credits: 120, minutes: 10 },
    queue: { position: 1, startsInSeconds: 0 },
    errors: [],
  });
  expect(preview.prompt).toMatch(/^Upgrade lodash/);
  expect(preview.prompt).toMatch(
    /\nPortal-Task-Ref: \(set when the task starts\)$/,
  );
  expect(preview.policy.trace).toContainEqual(
    expect.objectContaining({ check: 'match.kinds', result: 'allow' }),
  );
});

it('shows the very prompt and digest that a submit by somebody else would have', async () => {
  const { submissions, ask, store } = await open();
  const body = { parameters: { dependency: 'lodash', reason: 'Because.' } };
  const bo = { ...ana, ref: 'user:default/bo' };
  const preview = await submissions.preview(ask({ body, caller: bo }));
  const { task } = await submissions.submit(ask({ body }));
  const texts = await store.texts(task.id);
  expect(preview.prompt).toContain(texts?.prompt);
  expect(preview.digest).toBe(task.approvalDigest);
  const other = { parameters: { dependency: 'lodash', reason: 'Why not.' } };
  const another = await submissions.preview(ask({ body: other }));
  expect(another.digest).not.toBe(preview.digest);
});

it('tells every fault at once, and what could be worked out all the same', async () => {
  const { submissions, ask } = await open({
    config: configOf({ policy: { models: { allow: ['auto'] } } }),
  });
  const preview = await submissions.preview(
    ask({
      body: { entityRef: 'component:default/library', model: 'gpt-9' },
    }),
  );
  expect(previewSchema.parse(preview)).toEqual(preview);
  expect(preview.errors.map(({ code }) => code)).toEqual([
    'TEMPLATE_DOES_NOT_FIT',
    'MODEL_NOT_ALLOWED',
  ]);
  expect(preview.prompt).toMatch(/^Upgrade lodash/);
  expect(preview.queue).toBeNull();
});

it('keeps to its form when nothing is known', async () => {
  const { submissions, ask } = await open();
  const preview = await submissions.preview(
    ask({
      body: {
        template: 'agenttasktemplate:default/nothing',
        entityRef: 'component:default/nothing',
      },
    }),
  );
  expect(previewSchema.parse(preview)).toEqual(preview);
  expect(preview).toMatchObject({
    prompt: null,
    identity: null,
    digest: null,
    policy: { result: 'deny' },
  });
  expect(preview.errors.map(({ code }) => code)).toEqual([
    'TEMPLATE_NOT_FOUND',
    'ENTITY_NOT_FOUND',
  ]);
});

it('says that a like task is open', async () => {
  const { submissions, ask } = await open();
  await submissions.submit(ask());
  const codes = async (allowDuplicate: boolean) => {
    const preview = await submissions.preview(
      ask({ body: { allowDuplicate } }),
    );
    return preview.errors.map(({ code }) => code);
  };
  expect(await codes(false)).toEqual(['DUPLICATE_TASK_SUSPECTED']);
  expect(await codes(true)).toEqual([]);
});

it('names the like task, and no words of others', async () => {
  const { submissions, ask } = await open();
  const { task } = await submissions.submit(ask());
  const like = await submissions.preview(ask());
  expect(previewSchema.parse(like)).toEqual(like);
  expect(like.errors.map(({ details }) => details)).toEqual([
    { taskId: task.id },
  ]);
  const unfit = await submissions.preview(
    ask({ body: { entityRef: 'component:default/library' } }),
  );
  expect(unfit.errors.map(({ code }) => code)).toContain(
    'TEMPLATE_DOES_NOT_FIT',
  );
  expect(unfit.errors.filter(error => 'details' in error)).toEqual([]);
});

it('names who is to be asked, and only where somebody is', async () => {
  const approval = { required: true, by: ['group:default/payments'] };
  const asked = await open({ config: configOf({ policy: { approval } }) });
  const preview = await asked.submissions.preview(asked.ask());
  expect(previewSchema.parse(preview)).toEqual(preview);
  expect(preview.policy.result).toBe('ask');
  expect(preview.approvers).toEqual(['group:default/payments']);
  await asked.close();

  const { submissions, ask } = await open();
  expect(await submissions.preview(ask())).not.toHaveProperty('approvers');
});

it.each([
  ['require', true],
  ['forbid', false],
])(
  'says what a policy of pull requests, %s, leads to',
  async (pullRequest, isOpened) => {
    const { submissions, ask } = await open({
      config: configOf({ policy: { pullRequest } }),
    });
    const { createPullRequest, errors } = await submissions.preview(
      ask({ body: { createPullRequest: isOpened } }),
    );
    expect(errors).toEqual([]);
    expect(createPullRequest).toBe(isOpened);
  },
);

describe('the place in the queue', () => {
  it('is behind those held by the same freeze, and nobody knows until when', async () => {
    const { submissions, ask, knex } = await open();
    await knex('freeze').insert({
      id: 'f1',
      scope_kind: 'all',
      reason: 'Incident',
      by: 'user:default/bo',
      since: 1,
      refuse: false,
    });
    const { queue, errors } = await submissions.preview(ask());
    expect(errors).toEqual([]);
    expect(queue).toEqual({
      position: 1,
      held: { reason: 'frozen', since: expect.any(String), ref: 'f1' },
    });
  });

  it('is the one that admission would give, before what others wait for in bulk', async () => {
    const { submissions, ask, happen } = await open({
      config: configOf({ agentTasks: { limits: { organization: 1 } } }),
    });
    const bulk = await Promise.all(
      ['react', 'vue', 'svelte', 'solid'].map(dependency =>
        submissions.submit(
          ask({
            caller: { ...ana, ref: 'user:default/bo' },
            body: { parameters: { dependency } },
          }),
        ),
      ),
    );
    const [running, ...waiting] = bulk.map(({ task }) => task.id);
    await happen(running, 'preflighted', 'claimed', 'created', 'observed');
    const held = {
      reason: 'organization_limit',
      ref: 'acme',
      since: Date.now(),
      used: 1,
      limit: 1,
    } as const;
    for (const id of waiting) {
      await happen(id, exampleEventWith('heldChanged', { held }));
    }
    const { queue } = await submissions.preview(ask());
    expect(queue).toMatchObject({
      position: 1,
      startsInSeconds: 600,
      basis: 'template',
      held: { reason: 'organization_limit', used: 1, limit: 1 },
    });
  });

  it('is told by the window that opens next', async () => {
    const { submissions, ask } = await open({
      config: configOf({
        policy: {
          windows: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(
            // Open for one minute a day: in the minute that just passed.
            day => ({ days: [day], ...aMinuteAgo(), timezone: 'UTC' }),
          ),
        },
      }),
    });
    const { queue } = await submissions.preview(ask());
    expect(queue?.held?.reason).toBe('window');
    expect(Date.parse(queue?.held?.until ?? '')).toBeGreaterThan(Date.now());
    expect(queue?.startsInSeconds).toBeGreaterThan(0);
  });

  it('is not told while a person has to say yes first', async () => {
    const { submissions, ask } = await open({
      config: configOf({ policy: { approval: { required: true } } }),
    });
    const preview = await submissions.preview(ask());
    expect(preview.policy.result).toBe('ask');
    expect(preview.queue).toBeNull();
  });
});

function aMinuteAgo() {
  const timeOf = (at: number) => new Date(at).toISOString().slice(11, 16);
  const minute = Date.now() - 5 * 60_000;
  return { from: timeOf(minute), to: timeOf(minute + 60_000) };
}
