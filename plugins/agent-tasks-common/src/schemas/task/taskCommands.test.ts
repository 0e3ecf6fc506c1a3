import { TASK_ACTIONS } from '../../vocabulary';
import { taskCommandSchemas, updateTaskSchema } from './taskCommands';

type Command = keyof typeof taskCommandSchemas;

const digest = `sha256:${'a'.repeat(64)}`;
const reason = 'Because.';

const taken: [Command, unknown][] = [
  ['approve', { digest }],
  ['reject', { reason }],
  ['cancel', {}],
  ['cancel', { reason }],
  ['retry', {}],
  [
    'retry',
    {
      parameters: { version: '2' },
      addition: 'Only in src.',
      scope: { files: ['src/**'], maxFiles: 5 },
      model: 'auto',
      continue: true,
      reason,
    },
  ],
  ['answer', { message: 'Yes.' }],
  ['answer', { message: 'x'.repeat(4000) }],
  ['answer', { answeredAtProvider: true }],
  ['accept', { outcome: 'failed', reason }],
  ['rollback', { reason }],
  ['open_pull_request', { headSha: 'a'.repeat(40) }],
  ['resolve', { decision: 'adopt', providerTaskId: 'a1', reason }],
  ['resolve', { decision: 'confirm-not-started', reason }],
  ['resolve', { decision: 'confirm-not-started', attempt: 2, reason }],
  ['resolve', { decision: 'write-off', reason }],
];

const refused: [Command, unknown][] = [
  ['approve', {}],
  ['approve', { digest: 'sha256:abc' }],
  ['reject', {}],
  ['reject', { reason: '  ' }],
  ['cancel', { because: reason }],
  ['retry', { scope: { files: ['../secrets'] } }],
  ['retry', { prompt: 'Something else.' }],
  ['answer', {}],
  ['answer', { message: '' }],
  ['answer', { message: 'x'.repeat(4001) }],
  ['answer', { answeredAtProvider: false }],
  ['answer', { message: 'Yes.', answeredAtProvider: true }],
  ['accept', { outcome: 'lost', reason }],
  ['accept', { outcome: 'succeeded' }],
  ['rollback', {}],
  ['open_pull_request', { headSha: 'abc123' }],
  ['resolve', { decision: 'adopt', reason }],
  ['resolve', { decision: 'write-off', providerTaskId: 'a1', reason }],
  ['resolve', { decision: 'write-off', attempt: 2, reason }],
  ['resolve', { decision: 'confirm-not-started', attempt: 0, reason }],
  ['resolve', { decision: 'retry', reason }],
];

describe('the commands', () => {
  it('are the actions a task may offer, but update, which has a route of its own', () => {
    expect(Object.keys(taskCommandSchemas).sort()).toEqual(
      TASK_ACTIONS.filter(action => action !== 'update').sort(),
    );
  });

  it.each(taken)('%s takes %j', (command, body) => {
    expect(taskCommandSchemas[command].parse(body)).toEqual(body);
  });

  it.each(refused)('%s refuses %j', (command, body) => {
    expect(taskCommandSchemas[command].safeParse(body).success).toBe(false);
  });
});

describe('an update', () => {
  it.each([
    { title: 'New' },
    { assignee: 'user:default/bo' },
    { assignee: null, snoozedUntil: null },
    { snoozedUntil: '2026-11-21T08:00:00Z' },
    { acknowledged: true, priority: -10 },
  ])('takes %j', body => {
    expect(updateTaskSchema.parse(body)).toEqual(body);
  });

  it.each([{}, { title: undefined }, { status: 'done' }, { assignee: 'bo' }])(
    'refuses %j',
    body => {
      expect(updateTaskSchema.safeParse(body).success).toBe(false);
    },
  );
});
