import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isAccessLost, nextGoneStreak } from './lostAccess';
import { OBSERVATION_CLASSES, ObservationClass, observe } from './observation';
import { EMPTY_PROVIDER_RECORD, numberedSessions } from './providerRecord';

const subject = { taskId: 't', repositoryId: '77', creatorId: '5' };

const read = (over: Partial<ProviderTask>): ProviderTask => ({
  id: 't',
  state: 'in_progress',
  createdAt: 1,
  updatedAt: 10,
  sessionCount: 1,
  artifacts: [],
  raw: null,
  ...over,
});

const known = (over: Partial<ProviderTask>) =>
  observe(subject, EMPTY_PROVIDER_RECORD, read(over), 100).record;

type Row = [
  ObservationClass | ObservationClass[],
  string,
  Partial<ProviderTask> | null,
  Partial<ProviderTask>,
];

// `gone` is told by a failed read, not by a merged one: see isAccessLost below.
const rows: Row[] = [
  ['observed', 'the first read', null, {}],
  ['observed', 'a step forward', {}, { state: 'completed', updatedAt: 20 }],
  [
    'observed',
    'the first session appears',
    { sessionCount: 0 },
    { updatedAt: 20 },
  ],
  ['observed', 'the same word later', {}, { updatedAt: 20 }],
  ['duplicate', 'the same read again', {}, {}],
  [
    'observed',
    'the same word with an artifact',
    {},
    { updatedAt: 10, artifacts: [{ type: 'branch', headRef: 'b' }] },
  ],
  [
    'duplicate_terminal',
    'a second completed',
    { state: 'completed' },
    { state: 'completed', updatedAt: 20 },
  ],
  ['out_of_order', 'an earlier word', { state: 'idle' }, { updatedAt: 5 }],
  [
    'out_of_order',
    'an earlier session',
    { sessionCount: 2 },
    { state: 'completed', updatedAt: 30 },
  ],
  [
    'regression',
    'backwards within a session',
    { state: 'idle' },
    { updatedAt: 20 },
  ],
  [
    'session_reset',
    'active after an end, same session',
    { state: 'completed' },
    { updatedAt: 20 },
  ],
  [
    'session_resumed',
    'a new session after an end',
    { state: 'completed' },
    { sessionCount: 2, updatedAt: 20 },
  ],
  [
    'session_superseded',
    'a new session before an end',
    {},
    { sessionCount: 2, updatedAt: 20 },
  ],
  [
    ['observed', 'unknown_state'],
    'a word we do not know',
    null,
    { state: 'dreaming' },
  ],
  [
    ['observed', 'unknown_state'],
    'a new word we do not know, later',
    {},
    { state: 'dreaming', updatedAt: 20 },
  ],
  ['foreign', 'another task', {}, { id: 'other' }],
  ['foreign', 'another repository', {}, { repositoryId: '78' }],
  ['foreign', 'another account', {}, { creatorId: '6' }],
];

describe('observe', () => {
  it.each(rows)('%p: %s', (expected, _name, before, then) => {
    const record = before === null ? EMPTY_PROVIDER_RECORD : known(before);
    const { classes } = observe(subject, record, read(then), 200);
    expect(classes).toEqual([expected].flat());
  });

  it('has a row for every class', () => {
    const covered = new Set<string>(['gone', ...rows.flatMap(([c]) => c)]);
    expect([...OBSERVATION_CLASSES].filter(c => !covered.has(c))).toEqual([]);
  });

  it('changes nothing for a foreign read', () => {
    const record = known({});
    const foreign = read({
      repositoryId: '78',
      state: 'completed',
      updatedAt: 99,
    });
    expect(observe(subject, record, foreign, 200).record).toBe(record);
  });

  it('merges sessions of a read whose state came too late', () => {
    const record = known({ state: 'idle', updatedAt: 50 });
    const late = read({
      updatedAt: 5,
      sessions: [{ id: 's1', state: 'in_progress', createdAt: 1 }],
    });
    const merged = observe(subject, record, late, 200).record;
    expect(merged.state?.value).toBe('idle');
    expect(merged.sessions).toHaveLength(1);
  });

  it('numbers sessions by creation and names the earlier one as parent', () => {
    const record = known({
      sessions: [
        { id: 'b', state: 'in_progress', createdAt: 20 },
        { id: 'a', state: 'completed', createdAt: 10 },
      ],
    });
    expect(
      numberedSessions(record).map(({ id, number, parent }) => [
        id,
        number,
        parent,
      ]),
    ).toEqual([
      ['a', 1, null],
      ['b', 2, 1],
    ]);
  });
});

describe('isAccessLost', () => {
  const minute = 60_000;
  it.each([
    ['three times in ten minutes', [0, 5, 10], 10, true],
    ['two times in an hour', [0, 60], 60, false],
    ['three times within nine minutes', [0, 4, 9], 9, false],
  ])('%s: %p', (_name, minutes, now, lost) => {
    const streak = (minutes as number[]).reduce(
      (before: ReturnType<typeof nextGoneStreak> | null, at) =>
        nextGoneStreak(before, at * minute),
      null,
    );
    expect(isAccessLost(streak, now * minute)).toBe(lost);
  });
});
