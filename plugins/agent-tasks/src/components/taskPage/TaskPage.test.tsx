import type {
  Task,
  TaskEvent,
  TaskArtifact,
  TaskRecord,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { queryClient } from '../../hooks/client/queryClient';
import { queryKeys } from '../../hooks/client/queryKeys';
import { exampleTask } from '../../testing/exampleTask';
import {
  FakeAnswers,
  fakeAgentTasksApi,
} from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { TaskPage } from './TaskPage';

const { id } = exampleTask();

const events: TaskEvent[] = [
  {
    seq: 1,
    at: '2026-11-20T08:00:00.000Z',
    type: 'submitted',
    actor: { type: 'user', ref: 'user:default/ana' },
    source: 'command',
    to: 'queued',
    details: {},
  },
  {
    seq: 2,
    at: '2026-11-20T08:01:00.000Z',
    type: 'observed',
    actor: { type: 'provider', ref: null },
    source: 'provider',
    from: 'queued',
    to: 'in_progress',
    details: {},
  },
  {
    seq: 3,
    at: '2026-11-20T08:02:00.000Z',
    type: 'somethingNewer',
    actor: { type: 'system', ref: null },
    source: 'engine',
    reason: '<b>bold</b>',
    details: {},
  },
];

const branch: TaskArtifact = {
  type: 'branch',
  headRef: 'copilot/x',
  baseRef: 'main',
  url: null,
};

function recordOf(task: Task): TaskRecord {
  return {
    sentence: 'Request r1: portal, for user:default/ana: pending.',
    task,
    events,
    evidence: {
      claimed: {
        commands: ['npm test <script>alert(1)</script>'],
        tests: [],
        hosts: [],
        leftOut: [],
        confidence: 'high',
        gaps: [],
      },
      observed: {
        checks: [{ name: 'ci/test', state: 'passing' }],
        files: [
          { path: 'package.json', additions: 1, deletions: 1, inScope: true },
          { path: 'deploy.sh', additions: 9, deletions: 0, inScope: false },
        ],
      },
    },
    chain: { intact: true, count: 3, head: 'ff', brokenAt: null },
  };
}

function renderPage(
  task: Task | Promise<never>,
  options: { path?: string; tasks?: FakeAnswers['tasks'] } = {},
) {
  const get = jest.fn(async () => task);
  renderInPortal(<TaskPage id={id} />, {
    path: options.path,
    api: fakeAgentTasksApi({
      tasks: {
        get,
        events: async () => ({ items: events }),
        record: async () => recordOf(await task),
        ...options.tasks,
      },
    }),
  });
  return { get };
}

const readAgain = () =>
  act(async () => {
    await queryClient.invalidateQueries({
      queryKey: queryKeys.task.detail(id),
    });
  });

const notFound = () =>
  refusal(404, { code: 'TASK_NOT_FOUND', message: 'There is no such task.' });

describe('the task page', () => {
  afterEach(() => queryClient.clear());

  it('shows its shape while the task is on its way', async () => {
    renderPage(new Promise<never>(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
  });

  it('says first where the task stands, with whom and since when', async () => {
    renderPage(
      exampleTask({
        status: 'in_review',
        attention: 'review',
        attentionReason: 'ready',
        assignee: 'user:default/bo',
        attentionSince: new Date(Date.now() - 3.5 * 3_600_000).toISOString(),
      }),
    );
    expect(
      await screen.findByText('Draft #214 is ready, with bo for 3 hr'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Review on GitHub' }),
    ).toHaveAttribute('href', 'https://github.com/acme/payments-api/pull/214');
  });

  it('is called what the task is called', async () => {
    renderPage(exampleTask());
    await waitFor(() => expect(document.title).toBe('Upgrade lodash'));
  });

  it('shows how far it is and the facts beside it', async () => {
    renderPage(exampleTask());
    const rail = await screen.findByRole('list', { name: 'How far it is' });
    expect(within(rail).getAllByRole('listitem')).toHaveLength(5);
    const facts = screen.getByRole('region', { name: 'Facts' });
    expect(facts).toHaveTextContent(/services v3/);
    expect(facts).toHaveTextContent(/33.6 credits of about 120 credits/);
    expect(facts).toHaveTextContent(/The acting account is shared/);
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });

  it('marks what is unusual, and not that a shared account is shared', async () => {
    renderPage(exampleTask({ flags: ['shared_identity', 'too_large'] }));
    const facts = await screen.findByRole('region', { name: 'Facts' });
    const marks = within(facts).getAllByRole('listitem');
    expect(marks.map(({ textContent }) => textContent)).toEqual([
      'Larger than its template allows',
    ]);
  });

  it('says of a task that is not there what to do', async () => {
    renderPage(Promise.reject(await notFound()));
    expect(
      await screen.findByText(/does not exist, or you may not see it/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All tasks' })).toHaveAttribute(
      'href',
      '/agent-tasks/tasks',
    );
  });

  it('says to whom it is denied whom to ask', async () => {
    renderPage(
      Promise.reject(
        await refusal(403, {
          code: 'PERMISSION_DENIED',
          message: 'You may not read tasks.',
          remediation: 'Ask a platform engineer.',
        }),
      ),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You may not see this.*Ask a platform engineer.*PERMISSION_DENIED/,
    );
  });

  it('keeps what was read when the backend is gone, and says how old it is', async () => {
    const { get } = renderPage(exampleTask());
    await screen.findByText(/The agent asks something/);
    get.mockRejectedValue(
      await refusal(500, { code: 'INTERNAL', message: '' }),
    );
    await readAgain();
    expect(await screen.findByText(/does not answer/)).toBeVisible();
    expect(screen.getByText(/The agent asks something/)).toBeVisible();
  });

  it('shows no more of a task that the person may no longer see', async () => {
    const { get } = renderPage(exampleTask());
    await screen.findByText(/The agent asks something/);
    get.mockRejectedValue(await notFound());
    await readAgain();
    expect(await screen.findByText(/is no longer there/)).toBeVisible();
    expect(screen.queryByText(/The agent asks something/)).toBeNull();
  });

  it('says that GitHub could not be read, and since when', async () => {
    renderPage(
      exampleTask({
        staleSince: new Date(Date.now() - 4 * 60_000).toISOString(),
      }),
    );
    expect(
      await screen.findByText(/GitHub was last seen 4 min. ago/),
    ).toBeVisible();
  });

  it('says that it is stopping, and never that it is cancelled, until that was read', async () => {
    renderPage(
      exampleTask({
        cancelRequestedAt: '2026-11-20T08:00:00.000Z',
        cancelRequestedBy: 'user:default/bo',
      }),
    );
    expect(
      await screen.findByText('Stopping… until GitHub confirms it'),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /Answer/ })).toBeNull();
    expect(screen.getByText(/bo wished it to stop/)).toBeVisible();
    expect(screen.queryByText('Cancelled')).toBeNull();
  });

  it('offers what the backend allows and nothing else', async () => {
    renderPage(exampleTask({ allowedActions: ['cancel'] }));
    const actions = await screen.findByRole('group', {
      name: 'What you can do',
    });
    expect(
      within(actions)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Cancel task']);
    expect(screen.queryByRole('link', { name: /Answer/ })).toBeNull();
  });

  it('says out loud what changed, and keeps the focus when a button is gone', async () => {
    const { get } = renderPage(exampleTask({ allowedActions: ['cancel'] }));
    const button = await screen.findByRole('button', { name: 'Cancel task' });
    act(() => button.focus());
    get.mockResolvedValue(
      exampleTask({
        revision: 8,
        status: 'done',
        outcome: 'succeeded',
        outcomeReason: 'merged',
        attention: null,
        allowedActions: [],
      }),
    );
    await readAgain();
    const told = await screen.findAllByText('Done: merged');
    expect(told).toHaveLength(2);
    expect(told.some(one => one.getAttribute('role') === 'status')).toBe(true);
    expect(told[0]).toHaveFocus();
  });

  it('tells the timeline as a story, and what it does not know by its own word', async () => {
    renderPage(exampleTask());
    const list = await screen.findByRole('list', { name: /What happened/ });
    const lines = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/^ana asked for the task/);
    const time = list.querySelector('time')!;
    expect(time).toHaveAttribute('datetime', events[0].at);
    // For who points at it, and for who hears it.
    expect(time.title).toMatch(/Nov 20, 2026, .*:00/);
    expect(time.textContent).toContain(time.title);
    expect(lines[1]).toMatch(/^GitHub reported .*queued → in progress/);
    expect(lines[2]).toMatch(/^The portal somethingNewerReason: <b>bold<\/b>/);
  });

  it('opens the tab that the address names, and says when there is no prompt to see', async () => {
    renderPage(exampleTask({ prompt: null, parameters: null }), {
      path: '/?tab=prompt',
    });
    expect(await screen.findByText(/may not see the prompt/)).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Prompt' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('keeps what was seen apart from what the agent says', async () => {
    renderPage(exampleTask(), { path: '/?tab=changes' });
    const seen = await screen.findByRole('region', {
      name: 'Seen by the portal',
    });
    expect(seen).toHaveTextContent(/ci\/test: Passing/);
    expect(seen).toHaveTextContent(/In scope.*package.json/);
    expect(seen).toHaveTextContent(/Outside its scope.*deploy.sh/);
    const said = screen.getByRole('region', { name: 'Said by the agent' });
    expect(said).toHaveTextContent(/Untrusted/);
    expect(said).toHaveTextContent('npm test <script>alert(1)</script>');
  });

  it.each<[string, Partial<Task>, RegExp, RegExp]>([
    [
      'works',
      { status: 'working' },
      /GitHub counts 3 files, and has not told yet which/,
      /has not reported yet/,
    ],
    [
      'left out what it was asked for',
      { status: 'in_review', flags: ['report_missing'], artifacts: [branch] },
      /GitHub has not told the files yet/,
      /left no report, or parts of it only/,
    ],
    [
      'has ended',
      { status: 'done' },
      /GitHub counts 3 files/,
      /No report of the agent was found/,
    ],
  ])(
    'says honestly what nobody told of an agent that %s',
    async (_, changes, files, report) => {
      const task = exampleTask(changes);
      const { evidence, ...record } = recordOf(task);
      renderPage(task, {
        path: '/?tab=changes',
        tasks: {
          record: async () => ({
            ...record,
            evidence: { claimed: null, observed: { checks: [], files: [] } },
          }),
        },
      });
      const seen = await screen.findByRole('region', {
        name: 'Seen by the portal',
      });
      expect(seen).toHaveTextContent(/GitHub has told of none/);
      expect(seen).toHaveTextContent(files);
      expect(
        screen.getByRole('region', { name: 'Said by the agent' }),
      ).toHaveTextContent(report);
    },
  );

  it('copies the sentence of the record', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    renderPage(exampleTask(), { path: '/?tab=record' });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Copy sentence' }),
    );
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(writeText).toHaveBeenCalledWith(
      'Request r1: portal, for user:default/ana: pending.',
    );
    expect(screen.getByText(/The record is whole: 3 lines/)).toBeVisible();
  });

  it('says that a record was changed, and at which line', async () => {
    renderPage(exampleTask(), {
      path: '/?tab=record',
      tasks: {
        record: async () => ({
          ...recordOf(exampleTask()),
          chain: { intact: false, count: 3, head: 'ff', brokenAt: 2 },
        }),
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/line 2/);
  });

  it('shows hostile text as text, and makes no link of it', async () => {
    const url = ['javascript', 'alert(1)'].join(':');
    const [session] = exampleTask().sessions;
    renderPage(
      exampleTask({
        title: '<img src=x onerror=alert(1)>\u202Eexe',
        repository: { host: 'github.com', slug: 'acme/<b>', url },
        provider: { id: 'github-copilot', taskId: 'a1b2', url },
        sessions: [
          {
            ...session,
            error: 'a\u0000b <a href="//evil.example">x</a>',
            logUrl: url,
          },
        ],
      }),
      { path: '/?tab=sessions' },
    );
    expect(
      await screen.findByText('<img src=x onerror=alert(1)>[U+202E]exe'),
    ).toBeVisible();
    expect(
      screen.getByText('a[U+0000]b <a href="//evil.example">x</a>'),
    ).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(
        /^(\/|https:\/\/github\.com\/)/,
      );
    }
  });
});
