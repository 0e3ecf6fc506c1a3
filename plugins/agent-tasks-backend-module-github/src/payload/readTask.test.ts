import { readTask, readTaskRows } from './readTask';

const ANSWERED = Date.parse('2026-11-20T09:00:00Z');

/** As GitHub's own description shows it. */
const documented = {
  id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  url: 'https://api.github.com/agents/repos/octocat/hello-world/tasks/a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  html_url:
    'https://github.com/octocat/hello-world/copilot/tasks/a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  name: 'Fix the login button on the homepage',
  creator: { id: 1 },
  creator_type: 'user',
  owner: { id: 1 },
  repository: { id: 1296269 },
  state: 'completed',
  session_count: 1,
  artifacts: [
    { provider: 'github', type: 'pull', data: { id: 42, global_id: 'PR_42' } },
    {
      provider: 'github',
      type: 'branch',
      data: { head_ref: 'copilot/fix-1', base_ref: 'main' },
    },
  ],
  archived_at: null,
  created_at: '2025-01-01T00:00:00Z',
  updated_at: '2025-01-01T01:00:00Z',
  sessions: [
    {
      id: 's1a2b3c4-d5e6-7890-abcd-ef1234567890',
      state: 'completed',
      created_at: '2025-01-01T00:00:00Z',
      updated_at: '2025-01-01T01:00:00Z',
      completed_at: '2025-01-01T01:00:00Z',
      prompt: 'Fix the login button on the homepage',
      head_ref: 'copilot/fix-1',
      base_ref: 'main',
      model: 'claude-sonnet-4.6',
      usage: { type: 'ai_credits', amount: 12_500_000_000 },
    },
  ],
};

function session(changes: object) {
  const value = { ...documented.sessions[0], ...changes };
  return readTask({ ...documented, sessions: [value] }, ANSWERED)
    ?.sessions?.[0];
}

describe('readTask', () => {
  it('reads a task as documented', () => {
    expect(readTask(documented, ANSWERED)).toEqual({
      id: documented.id,
      state: 'completed',
      createdAt: Date.parse('2025-01-01T00:00:00Z'),
      updatedAt: Date.parse('2025-01-01T01:00:00Z'),
      url: documented.html_url,
      untrustedName: documented.name,
      repositoryId: '1296269',
      creatorId: '1',
      sessionCount: 1,
      artifacts: [
        { type: 'pull_request', databaseId: '42', globalId: 'PR_42' },
        { type: 'branch', headRef: 'copilot/fix-1', baseRef: 'main' },
      ],
      sessions: [
        {
          id: 's1a2b3c4-d5e6-7890-abcd-ef1234567890',
          state: 'completed',
          createdAt: Date.parse('2025-01-01T00:00:00Z'),
          updatedAt: Date.parse('2025-01-01T01:00:00Z'),
          completedAt: Date.parse('2025-01-01T01:00:00Z'),
          prompt: 'Fix the login button on the homepage',
          headRef: 'copilot/fix-1',
          baseRef: 'main',
          model: 'claude-sonnet-4.6',
          usage: { unit: 'ai_credits', amount: 12.5 },
        },
      ],
      raw: documented,
    });
  });

  it('needs nothing but an id', () => {
    const raw = { id: 'task-1' };
    expect(readTask(raw, ANSWERED)).toEqual({
      id: 'task-1',
      state: 'unknown',
      createdAt: ANSWERED,
      artifacts: [],
      raw,
    });
  });

  it.each([undefined, null, '', 'text', [], {}, { id: '' }, { id: {} }])(
    'makes no task of %j',
    value => {
      expect(readTask(value, ANSWERED)).toBeUndefined();
    },
  );

  it('keeps a state that nobody announced, of a task and of a session', () => {
    const raw = {
      ...documented,
      state: 'brewing tea',
      sessions: [{ ...documented.sessions[0], state: 'Pouring' }],
    };
    const task = readTask(raw, ANSWERED);
    expect(task?.state).toBe('brewing tea');
    expect(task?.sessions?.[0].state).toBe('Pouring');
  });

  it('tells no sessions yet apart from sessions not asked for', () => {
    const early = { ...documented, session_count: 1, sessions: [] };
    expect(readTask(early, ANSWERED)).toMatchObject({
      sessionCount: 1,
      sessions: [],
    });
    const { sessions: _, ...row } = documented;
    expect(readTask(row, ANSWERED)).not.toHaveProperty('sessions');
  });

  it('takes the routing prefix off the model', () => {
    expect(session({ model: 'sweagent-capi:gpt-5.4' })?.model).toBe('gpt-5.4');
    expect(session({ model: 'auto' })?.model).toBe('auto');
  });

  it.each([
    ['an object', { message: 'It broke.' }, 'It broke.'],
    ['a text', 'It broke.', 'It broke.'],
    ['null', null, undefined],
    ['nothing', undefined, undefined],
    ['a number', 7, undefined],
  ])('reads an error that is %s', (_, error, expected) => {
    expect(session({ error })?.untrustedError).toBe(expected);
  });

  it('cleans and caps an error', () => {
    const error = `\u001b[31mred\u202e\u200b\r\nnext\u0000 ${'x'.repeat(
      3_000,
    )}`;
    const read = session({ error })?.untrustedError;
    expect(read).toMatch(/^\[31mred\nnext x+…$/);
    expect(read).toHaveLength(2_000);
  });

  it.each([
    ['amount', { type: 'ai_credits', amount: 1_500_000_000 }, 1.5],
    ['credits in its place', { type: 'ai_credits', credits: 2e9 }, 2],
    [
      'premium requests as they are',
      { type: 'premium_requests', amount: 1.5 },
      1.5,
    ],
    [
      'parts, summed before they are divided',
      [
        { type: 'ai_credits', amount: 333_333_333 },
        { type: 'ai_credits', amount: 333_333_333 },
        { type: 'ai_credits', amount: 333_333_334 },
      ],
      1,
    ],
  ])('reads usage: %s', (_, usage, amount) => {
    expect(session({ usage })?.usage?.amount).toBe(amount);
  });

  it.each([
    null,
    {},
    { type: 'ai_credits' },
    { type: 'beans', amount: 1 },
    { type: 'ai_credits', amount: -1 },
  ])('makes no usage of %j', usage => {
    expect(session({ usage })).not.toHaveProperty('usage');
  });

  it('leaves out artifacts and sessions it cannot name, and keeps them in raw', () => {
    const raw = {
      ...documented,
      artifacts: [
        { provider: 'github', type: 'issue', data: { id: 7 } },
        { provider: 'github', type: 'pull', data: {} },
        { provider: 'github', type: 'branch', data: {} },
        null,
      ],
      sessions: [{ state: 'queued' }, 'text'],
    };
    const task = readTask(raw, ANSWERED);
    expect(task).toMatchObject({ artifacts: [], sessions: [] });
    expect(task?.raw).toBe(raw);
  });

  it('gives out no address that is not http', () => {
    const html_url = 'data:text/html,hello';
    const task = readTask({ ...documented, html_url }, ANSWERED);
    expect(task).not.toHaveProperty('url');
  });
});

describe('readTaskRows', () => {
  it('reads a list, and leaves out what is no task', () => {
    const rows = readTaskRows({ tasks: [documented, null, {}] }, ANSWERED);
    expect(rows?.map(task => task.id)).toEqual([documented.id]);
  });

  it.each([undefined, null, {}, { tasks: null }, { message: 'no' }, 'html'])(
    'makes no list of %j',
    body => {
      expect(readTaskRows(body, ANSWERED)).toBeUndefined();
    },
  );
});
