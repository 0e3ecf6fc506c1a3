import { JournalEntry, OracleTask } from '@agent-tasks/github-simulator';
import { judge, NOTHING_BROKEN } from './Judgement';
import { Truth } from './Truth';

function created(id: string, marker: string | null) {
  return { id, marker } as OracleTask;
}

function start(repository: string) {
  const path = `/api/v3/agents/repos/acme/${repository}/tasks`;
  return { path } as JournalEntry;
}

function kept(id: string, taskId: string | null, phase = 'tracking') {
  return { id, phase, provider: { taskId } } as Truth['tasks'][number];
}

/** Two tasks: one was started, one is with a person. */
const kind: Truth = {
  created: [created('g1', 'at1_a_x')],
  starts: [start('one'), start('two')],
  tasks: [kept('a', 'g1'), kept('b', null, 'quarantined')],
  answers: new Map([
    ['key-a', new Set(['a'])],
    ['key-b', new Set(['b'])],
  ]),
};

it('finds nothing where all promises were kept', () => {
  expect(judge(kind)).toEqual(NOTHING_BROKEN);
});

it.each<[keyof typeof NOTHING_BROKEN, string, Partial<Truth>]>([
  [
    'secondStarts',
    'a marker that was created twice',
    { created: [created('g1', 'at1_a_x'), created('g2', 'at1_a_x')] },
  ],
  [
    'lost',
    'a creation that nobody follows',
    { created: [...kind.created, created('g2', 'at1_b_x')] },
  ],
  [
    'lost',
    'a creation that the wrong task follows',
    { tasks: [kept('b', 'g1'), kept('a', null, 'quarantined')] },
  ],
  [
    'lost',
    'a creation that two tasks follow',
    { tasks: [kept('a', 'g1'), kept('b', 'g1')] },
  ],
  [
    'lost',
    'a task that follows what was never created',
    { tasks: [kept('a', 'g1'), kept('b', 'g9')] },
  ],
  [
    'resent',
    'a start request that was sent again, though it created nothing',
    { starts: [...kind.starts, start('two')] },
  ],
  [
    'keys',
    'a key that gave two tasks',
    { answers: new Map([['key-a', new Set(['a', 'b'])]]) },
  ],
  [
    'keys',
    'two keys that gave one task',
    {
      answers: new Map([...kind.answers, ['key-c', new Set(['a'])]]),
    },
  ],
  [
    'keys',
    'a task that was promised and is gone',
    { tasks: [kept('a', 'g1')] },
  ],
  [
    'keys',
    'a task that nobody asked for',
    { tasks: [...kind.tasks, kept('c', null, 'quarantined')] },
  ],
  [
    'unsettled',
    'a task that still waits for an answer',
    { tasks: [kept('a', 'g1'), kept('b', null, 'unconfirmed')] },
  ],
])('counts as %s %s', (promise, _, change) => {
  expect(judge({ ...kind, ...change })[promise]).not.toEqual([]);
});
