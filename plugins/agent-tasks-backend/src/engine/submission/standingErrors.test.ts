import {
  agent,
  ana,
  configOf,
  submissionHarness,
  SubmissionHarness,
} from './testing/submissionHarness';

let harness: SubmissionHarness;

afterEach(() => harness.close());

describe('what only time mends', () => {
  it('is a queue that is full', async () => {
    harness = await submissionHarness({
      config: configOf({ policy: { limits: { queued: 1 } } }),
    });
    const { submissions, ask } = harness;
    await submissions.submit(ask());
    const before = await harness.rows();
    const another = ask({ body: { parameters: { dependency: 'react' } } });
    await expect(submissions.submit(another, 'key')).rejects.toMatchObject({
      code: 'QUEUE_FULL',
      values: { limit: 1 },
      retryAfterSeconds: 300,
    });
    expect(await harness.rows()).toEqual(before);
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
