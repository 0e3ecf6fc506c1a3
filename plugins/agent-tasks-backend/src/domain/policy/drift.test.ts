import { taskAfter, taskIn } from '../testing/exampleTask';
import { driftOf } from './drift';
import { evaluatePolicies, PolicyVerdict } from './evaluatePolicies';
import { narrowed, Policy } from './policy';
import { timeLimitsOf } from './timeLimitsOf';

const verdictOf = (over: Partial<Policy>) =>
  evaluatePolicies(
    {
      policies: [{ id: 'services', version: 3, identity: 'portal', ...over }],
      limits: {},
      identityTypes: { portal: 'token', requester: 'requester' },
    },
    {
      entity: null,
      isEntityOpen: false,
      slug: 'acme/payments-api',
      baseRef: 'default',
      defaultBranch: 'main',
      model: null,
      createPullRequest: null,
      template: {
        ref: 'agenttasktemplate:default/x',
        isTrusted: true,
        approval: 'policy',
      },
      via: 'portal',
    },
  );

describe('drift', () => {
  const approved = taskAfter(taskIn('pending_approval'), ['approved']);
  const allow = verdictOf({});
  const ask = verdictOf({ approval: { required: true } });
  const cases: [string, PolicyVerdict, typeof approved, string, object][] = [
    ['nothing changed', allow, taskIn('queued'), 'x', { kind: 'none' }],
    [
      'denied now',
      verdictOf({ repositories: { deny: ['*'] } }),
      taskIn('queued'),
      'x',
      { kind: 'denied' },
    ],
    [
      'asks now',
      ask,
      taskIn('queued'),
      'x',
      { kind: 'approvalNeeded', isVoid: false },
    ],
    ['approved for this', ask, approved, 'sha256:asked', { kind: 'none' }],
    [
      'approved for something else',
      ask,
      approved,
      'x',
      { kind: 'approvalNeeded', isVoid: true },
    ],
    [
      'another identity',
      verdictOf({ identity: 'requester' }),
      taskIn('queued'),
      'x',
      { kind: 'denied' },
    ],
  ];
  it.each(cases)('%s', (_name, verdict, task, digest, expected) => {
    expect(driftOf(task, verdict, digest)).toEqual(expected);
  });
});

describe('narrowing', () => {
  it('lets the smaller limit win', () => {
    expect(
      narrowed({ owner: 5, queued: 1 }, { owner: 9, requester: 2 }),
    ).toEqual({
      owner: 5,
      queued: 1,
      requester: 2,
    });
  });

  it('lets a template shorten its run, never lengthen it', () => {
    expect(timeLimitsOf({ running: 100 }, 50).running).toBe(50);
    expect(timeLimitsOf({ running: 100 }, 500).running).toBe(100);
  });
});
