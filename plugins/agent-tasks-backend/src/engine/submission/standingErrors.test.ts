import { Held } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleEventWith } from '../../domain/testing/exampleTask';
import {
  agent,
  ana,
  configOf,
  submissionHarness,
  SubmissionHarness,
} from './testing/submissionHarness';

let harness: SubmissionHarness;

afterEach(() => harness.close());

const held = (taskId: string, hold: Held) =>
  harness.happen(taskId, exampleEventWith('heldChanged', { held: hold }));

describe('what only time mends', () => {
  it('is a queue that is full', async () => {
    harness = await submissionHarness({
      config: configOf({ policy: { limits: { queued: 1 } } }),
    });
    const { submissions, ask } = harness;
    const { task } = await submissions.submit(ask());
    const before = await harness.rows();
    const another = ask({ body: { parameters: { dependency: 'react' } } });
    const refusal = (retryAfterSeconds: number) =>
      expect(submissions.submit(another, 'key')).rejects.toMatchObject({
        code: 'QUEUE_FULL',
        values: { limit: 1 },
        retryAfterSeconds,
      });
    // Nothing holds it: it is about to start.
    await refusal(30);
    expect(await harness.rows()).toEqual(before);
    // Five at a time, ten minutes each by the template's estimate.
    const since = Date.now();
    const full = { reason: 'owner_limit', since, used: 5, limit: 5 } as const;
    await held(task.id, full);
    await refusal(600);
    await held(task.id, { ...full, limit: 1 });
    await refusal(600);
    // Nobody knows when: the code's own time.
    await held(task.id, { reason: 'frozen', since });
    await refusal(300);
    const { errors } = await submissions.preview(another);
    expect(errors.map(({ code }) => code)).toEqual(['QUEUE_FULL']);
  });

  it('is a freeze that refuses; one that does not only holds', async () => {
    harness = await submissionHarness();
    const freeze = {
      scope_kind: 'organization',
      scope_ref: 'acme',
      reason: 'Incident',
      by: 'user:default/bo',
      since: 1,
      until: null,
    };
    await harness.knex('freeze').insert({ id: 'f1', ...freeze, refuse: false });
    await harness.submissions.submit(harness.ask());
    await harness.knex('freeze').insert({ id: 'f2', ...freeze, refuse: true });
    const another = harness.ask({
      body: { parameters: { dependency: 'react' } },
    });
    await expect(harness.submissions.submit(another)).rejects.toMatchObject({
      code: 'FROZEN',
      details: { freezeId: 'f2' },
    });
  });

  it('is a requester who has asked for enough today', async () => {
    harness = await submissionHarness({
      config: configOf({ policy: { limits: { perRequesterPerDay: 1 } } }),
    });
    const { submissions, ask } = harness;
    await submissions.submit(ask());
    const another = { body: { parameters: { dependency: 'react' } } };
    await expect(submissions.submit(ask(another))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { limitName: 'perRequesterPerDay', limit: 1, used: 1 },
    });
    const bo = { ...ana, ref: 'user:default/bo' };
    await submissions.submit(ask({ ...another, caller: bo }));
  });

  it('is a requester whose agents have asked for enough', async () => {
    harness = await submissionHarness({
      config: configOf({
        policy: {
          match: { via: ['action', 'portal'] },
          limits: { viaAction: 1 },
        },
      }),
    });
    const { submissions, ask } = harness;
    await submissions.submit(ask({ caller: agent }));
    const another = { body: { parameters: { dependency: 'react' } } };
    await expect(
      submissions.submit(ask({ ...another, caller: agent })),
    ).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { limitName: 'viaAction' },
    });
    await submissions.submit(ask(another));
  });
});
