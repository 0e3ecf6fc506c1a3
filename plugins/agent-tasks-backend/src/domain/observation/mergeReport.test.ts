import fc from 'fast-check';
import {
  PROVIDER_STATES,
  ProviderArtifact,
  ProviderPullRequest,
  ProviderSession,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mergePullRequests, RecordedPullRequest } from './mergePullRequests';
import { mergeReport } from './mergeReport';
import { EMPTY_PROVIDER_RECORD, ProviderRecord } from './providerRecord';

fc.configureGlobal({ seed: 20261120 });

// Few values on purpose: ties in every part of the key are where an order could leak through.
const few = fc.integer({ min: 1, max: 3 });
const word = fc.constantFrom(...PROVIDER_STATES, 'paused', 'dreaming');
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const usage = fc.record({
  unit: fc.constantFrom('ai_credits' as const, 'premium_requests' as const),
  amount: few,
});

const session: fc.Arbitrary<ProviderSession> = fc.record(
  {
    id: fc.constantFrom('s1', 's2'),
    state: word,
    createdAt: few,
    updatedAt: few,
    completedAt: few,
    headRef: fc.constantFrom('copilot/a', 'copilot/b'),
    usage,
    prompt: fc.constant('text that stays out'),
  },
  { requiredKeys: ['id', 'state', 'createdAt'] },
);

const artifact: fc.Arbitrary<ProviderArtifact> = fc.oneof(
  fc.record(
    {
      type: fc.constant('pull_request' as const),
      databaseId: fc.constantFrom('1', '2'),
      globalId: fc.constantFrom('PR_1', 'PR_2'),
    },
    { requiredKeys: ['type', 'databaseId'] },
  ),
  fc.record(
    {
      type: fc.constant('branch' as const),
      headRef: fc.constantFrom('copilot/a', 'copilot/b'),
      baseRef: fc.constantFrom('main', 'next'),
    },
    { requiredKeys: ['type', 'headRef'] },
  ),
);

const report = fc.record({
  sentAt: few,
  read: fc.record({
    id: fc.constant('t'),
    state: word,
    createdAt: few,
    updatedAt: maybe(few),
    url: maybe(fc.constantFrom('https://a.example', 'https://b.example')),
    untrustedName: maybe(fc.constantFrom('One', 'Two')),
    sessionCount: maybe(few),
    sessions: maybe(fc.array(session, { maxLength: 3 })),
    artifacts: fc.array(artifact, { maxLength: 3 }),
    raw: fc.constant(null),
  }) as fc.Arbitrary<ProviderTask>,
});

/** A list of reports, and the same reports shuffled with some told again. */
const twoTellings = fc
  .array(report, { minLength: 1, maxLength: 6 })
  .chain(reports =>
    fc
      .tuple(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.array(fc.constantFrom(...reports), { maxLength: 4 }),
      )
      .chain(([shuffled, again]) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...shuffled, ...again], {
            minLength: shuffled.length + again.length,
          }),
        ),
      ),
  );

const recordOf = (reports: { read: ProviderTask; sentAt: number }[]) =>
  reports.reduce<ProviderRecord>(
    (record, { read, sentAt }) => mergeReport(record, read, sentAt),
    EMPTY_PROVIDER_RECORD,
  );

describe('mergeReport', () => {
  it('ends in the same record for any order and any duplication of reads', () => {
    let distinctWords = 0;
    fc.assert(
      fc.property(twoTellings, ([reports, retold]) => {
        distinctWords = Math.max(
          distinctWords,
          new Set(reports.map(({ read }) => read.state)).size,
        );
        expect(recordOf(retold)).toEqual(recordOf(reports));
      }),
      { numRuns: 3_000 },
    );
    // A generator that only made equal reads would prove nothing.
    expect(distinctWords).toBeGreaterThan(3);
  });

  const read = (over: Partial<ProviderTask>): ProviderTask => ({
    id: 't',
    state: 'queued',
    createdAt: 1,
    artifacts: [],
    raw: null,
    ...over,
  });

  it.each([
    [
      'a later session wins over a later time',
      {
        read: read({ state: 'completed', sessionCount: 1, updatedAt: 9 }),
        sentAt: 9,
      },
      {
        read: read({ state: 'queued', sessionCount: 2, updatedAt: 2 }),
        sentAt: 2,
      },
      'queued',
    ],
    [
      'the provider’s clock wins over ours',
      { read: read({ state: 'idle', updatedAt: 5 }), sentAt: 9 },
      { read: read({ state: 'in_progress', updatedAt: 6 }), sentAt: 1 },
      'in_progress',
    ],
    [
      'the later read wins where the provider’s clock stands still',
      { read: read({ state: 'completed', updatedAt: 5 }), sentAt: 1 },
      { read: read({ state: 'in_progress', updatedAt: 5 }), sentAt: 2 },
      'in_progress',
    ],
    [
      'the further word wins a tie',
      { read: read({ state: 'in_progress', updatedAt: 5 }), sentAt: 1 },
      { read: read({ state: 'completed', updatedAt: 5 }), sentAt: 1 },
      'completed',
    ],
    [
      'a word we do not know never wins a tie',
      { read: read({ state: 'zzz', updatedAt: 5 }), sentAt: 1 },
      { read: read({ state: 'queued', updatedAt: 5 }), sentAt: 1 },
      'queued',
    ],
  ])('%s', (_name, loser, winner, state) => {
    expect(recordOf([loser, winner]).state?.value).toBe(state);
    expect(recordOf([winner, loser]).state?.value).toBe(state);
  });

  it('keeps the largest usage of a session, even from an earlier read', () => {
    const told = (amount: number, updatedAt: number) => ({
      read: read({
        sessions: [
          {
            id: 's1',
            state: 'completed',
            createdAt: 1,
            updatedAt,
            usage: { unit: 'ai_credits', amount },
          },
        ],
      }),
      sentAt: updatedAt,
    });
    const { sessions } = recordOf([told(3, 9), told(7, 2), told(1, 5)]);
    expect(sessions[0]).toMatchObject({ updatedAt: 9, usage: { amount: 7 } });
  });

  it('keeps no prompt', () => {
    const { sessions } = recordOf([
      {
        read: read({
          sessions: [{ id: 's1', state: 'queued', createdAt: 1, prompt: 'x' }],
        }),
        sentAt: 1,
      },
    ]);
    expect(sessions[0]).not.toHaveProperty('prompt');
  });
});

describe('mergePullRequests', () => {
  const pullRequest = (
    over: Partial<ProviderPullRequest> & { sentAt: number },
  ): RecordedPullRequest => ({
    databaseId: '1',
    number: 214,
    url: 'https://github.com/acme/payments-api/pull/214',
    state: 'open',
    draft: true,
    headRef: 'copilot/a',
    headSha: 'abc',
    baseRef: 'main',
    checks: 'none',
    checkRuns: [],
    review: 'none',
    approvedBy: [],
    mergeable: null,
    changedFiles: 1,
    additions: 1,
    deletions: 0,
    outOfScope: [],
    ...over,
  });

  it('ends the same for any order and any duplication', () => {
    const told = fc
      .record({
        databaseId: fc.constantFrom('1', '2'),
        state: fc.constantFrom(
          'open' as const,
          'closed' as const,
          'merged' as const,
        ),
        updatedAt: maybe(few),
        sentAt: few,
        draft: fc.boolean(),
      })
      .map(pullRequest);
    fc.assert(
      fc.property(fc.array(told, { maxLength: 6 }), reads => {
        const onward = reads.reduce<RecordedPullRequest[]>(
          (known, item) => mergePullRequests(known, [item]),
          [],
        );
        const backward = mergePullRequests([], [...reads, ...reads].reverse());
        expect(backward).toEqual(onward);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never takes a merge back', () => {
    const merged = pullRequest({ state: 'merged', updatedAt: 1, sentAt: 1 });
    const closed = pullRequest({ state: 'closed', updatedAt: 9, sentAt: 9 });
    expect(mergePullRequests([merged], [closed])[0].state).toBe('merged');
  });
});
