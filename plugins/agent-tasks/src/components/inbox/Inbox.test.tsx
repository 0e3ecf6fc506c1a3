import { act, screen, waitFor, within } from '@testing-library/react';
import { queryKeys } from '../../hooks/client/queryKeys';
import { pendingCommands } from '../../hooks/commands/PendingCommands';
import { exampleTask } from '../../testing/exampleTask';
import { refusal } from '../../testing/refusal';
import {
  approvalTask,
  failedTask,
  inboxOf,
  waitingTask,
} from './__testUtils__/inboxOf';
import {
  bo,
  fakeBackend,
  layRowsOut,
  renderInbox,
  selectedRow,
  shownIds,
} from './__testUtils__/renderInbox';

const HOUR_MS = 3_600_000;

beforeEach(() => layRowsOut());

afterEach(() => {
  act(() => {
    for (const { taskId } of pendingCommands.list()) {
      pendingCommands.undo(taskId);
    }
  });
  jest.restoreAllMocks();
});

describe('the rows of the inbox', () => {
  it('stand in groups, and in each the least time left comes first', async () => {
    const later = new Date(Date.now() + HOUR_MS).toISOString();
    renderInbox(
      fakeBackend([
        failedTask(1),
        waitingTask(9),
        waitingTask(3),
        approvalTask(4),
        waitingTask(5, { attention: 'review', attentionReason: 'ready' }),
        waitingTask(6, { attention: 'blocked', attentionReason: 'budget' }),
        waitingTask(7, {
          attention: 'unconfirmed',
          attentionReason: 'quarantined',
        }),
        waitingTask(8, { snoozedUntil: later }),
      ]),
    );
    // The group of the most urgent task is the first; what is put aside comes last.
    expect(await shownIds()).toEqual([
      't1',
      't3',
      't9',
      't4',
      't5',
      't6',
      't7',
      't8',
    ]);
    const heads = screen.getAllByRole('rowheader').map(one => one.textContent);
    expect(heads).toEqual([
      'Went wrong1',
      'Needs an answer2',
      'Approvals1',
      'Ready for review1',
      'Blocked1',
      'Unclear1',
      'Snoozed1',
    ]);
  });

  it('begin with the least time left selected, and its peek open', async () => {
    const later = new Date(Date.now() + HOUR_MS).toISOString();
    renderInbox(
      fakeBackend([
        waitingTask(1, { snoozedUntil: later }),
        waitingTask(9),
        failedTask(2),
      ]),
    );
    const [top] = await shownIds();
    expect(top).toBe('t2');
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    const peek = screen.getByRole('complementary', { name: 'Selected task' });
    expect(
      within(peek).getByRole('heading', { name: 'Task 2' }),
    ).toBeInTheDocument();
    expect(within(peek).getByText('The agent failed')).toBeInTheDocument();
  });

  it('name the next step at the provider as the page of the task does', async () => {
    const { artifacts } = exampleTask();
    renderInbox(
      fakeBackend([
        waitingTask(1, {
          attention: 'review',
          attentionReason: 'run_checks',
          artifacts: artifacts.map(pull => ({ ...pull, state: 'closed' })),
        }),
      ]),
    );
    const peek = await screen.findByRole('complementary', {
      name: 'Selected task',
    });
    expect(
      within(peek).getByRole('link', { name: /^Run checks on GitHub/ }),
    ).toBeInTheDocument();
    expect(
      await within(peek).findByText(/closed · 3 files/),
    ).toBeInTheDocument();
  });

  it('say in words why they wait, how long they still may, and what is late', async () => {
    const past = new Date(Date.now() - 3.5 * HOUR_MS).toISOString();
    renderInbox(
      fakeBackend([waitingTask(2), failedTask(3, { attentionDueAt: past })]),
    );
    await shownIds();
    const [late] = screen
      .getAllByRole('row')
      .filter(row => row.dataset.task !== undefined);
    expect(late).toHaveTextContent('The agent failed');
    expect(late).toHaveTextContent(/Overdue by 3 h/);
    expect(screen.getAllByText(/2 hr? left/).length).toBeGreaterThan(0);
  });

  it('hold text from outside as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202Egnp.exe';
    renderInbox(
      fakeBackend([
        failedTask(1, {
          title: hostile,
          provider: {
            id: 'github-copilot',
            taskId: null,
            url: ['javascript', 'alert(1)'].join(':'),
          },
          artifacts: [],
          failure: {
            class: 'agent_failed',
            at: new Date().toISOString(),
            untrustedText: '<script>alert(2)</script>',
          },
        }),
      ]),
    );
    await shownIds();
    expect(selectedRow()).toHaveTextContent(
      '<img src=x onerror=alert(1)>[U+202E]gnp.exe',
    );
    expect(
      await screen.findByText('<script>alert(2)</script>'),
    ).toBeInTheDocument();
    expect(document.querySelector('img, [href^="javascript"]')).toBeNull();
    expect(screen.queryByRole('link', { name: /GitHub/ })).toBeNull();
  });

  it('say how many more there are, and lead to them', async () => {
    const backend = fakeBackend([approvalTask(1)]);
    const inbox = inboxOf(backend.tasks);
    inbox.groups[0].count = 312;
    backend.inbox.mockResolvedValue(inbox);
    renderInbox(backend);
    await shownIds();
    expect(screen.getByText('1 of 312')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'See all' })).toHaveAttribute(
        'href',
        expect.stringMatching(
          /^\/agent-tasks\/tasks\?attention=approval&routedTo=user%3Adefault%2Fbo&routedTo=group/,
        ),
      ),
    );
  });

  it('are of my teams, or of me alone, by one request for each view', async () => {
    const backend = fakeBackend([
      waitingTask(1),
      waitingTask(2, { assignee: bo }),
    ]);
    const { user } = renderInbox(backend, { search: '?scope=mine' });
    expect(await shownIds()).toEqual(['t2']);
    expect(backend.inbox.mock.calls).toEqual([[{ scope: 'mine' }]]);
    await user.click(screen.getByRole('button', { name: /^My teams/ }));
    await waitFor(async () => expect(await shownIds()).toEqual(['t1', 't2']));
    expect(backend.inbox).toHaveBeenCalledTimes(2);
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
  });

  it.each(['team', 'mine'])(
    'are asked for once when the inbox opens, also of %s',
    async scope => {
      const backend = fakeBackend([waitingTask(1, { assignee: bo })]);
      renderInbox(backend, { search: `?scope=${scope}` });
      expect(await shownIds()).toEqual(['t1']);
      await screen.findByText('Last events');
      expect(backend.inbox.mock.calls).toEqual([[{ scope }]]);
    },
  );

  it('begin at the top of the other view', async () => {
    const backend = fakeBackend([
      waitingTask(1),
      waitingTask(2),
      waitingTask(3, { assignee: bo }),
    ]);
    const { user } = renderInbox(backend, { search: '?scope=mine' });
    await shownIds();
    backend.tasks = backend.tasks.map(task => ({ ...task, assignee: null }));
    backend.tasks[2] = { ...backend.tasks[2], attention: null };
    await user.click(screen.getByRole('button', { name: /^My teams/ }));
    await waitFor(async () => expect(await shownIds()).toEqual(['t1', 't2']));
    expect(selectedRow()).toHaveAttribute('data-task', 't1');
  });

  it('open as they were looked at last', async () => {
    const backend = fakeBackend([
      waitingTask(1),
      waitingTask(2, { assignee: bo }),
    ]);
    renderInbox(backend, { stored: { 'inbox-view': 'mine' } });
    expect(await shownIds()).toEqual(['t2']);
  });
});

describe('what happens meanwhile', () => {
  const refresh = (client: ReturnType<typeof renderInbox>['client']) =>
    client.invalidateQueries({ queryKey: queryKeys.inbox.all });

  it('announces itself, and changes no order until it is asked for', async () => {
    const backend = fakeBackend([waitingTask(2), waitingTask(3)]);
    const { client, user } = renderInbox(backend);
    expect(await shownIds()).toEqual(['t2', 't3']);
    backend.tasks = [waitingTask(1), ...backend.tasks, approvalTask(0)];
    await refresh(client);
    const show = await screen.findByRole('button', { name: '2 updates, show' });
    expect(screen.getByRole('status')).toHaveTextContent('2 updates, show');
    expect(await shownIds()).toEqual(['t2', 't3']);
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    await user.click(show);
    expect(await shownIds()).toEqual(['t0', 't1', 't2', 't3']);
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    expect(selectedRow()).toHaveFocus();
  });

  it('names the tab by how much waits', async () => {
    renderInbox(fakeBackend([waitingTask(1), failedTask(2)]));
    await waitFor(() => expect(document.title).toBe('(2) Inbox'));
  });

  it('strikes through what somebody else has settled, and says who', async () => {
    const backend = fakeBackend([approvalTask(1), waitingTask(9)]);
    const { client } = renderInbox(backend);
    await shownIds();
    backend.events = [
      {
        seq: 1,
        at: new Date().toISOString(),
        type: 'approved',
        actor: { type: 'user', ref: 'user:default/chidi' },
        source: 'command',
        details: {},
      },
    ];
    backend.tasks = [
      { ...backend.tasks[0], attention: null, revision: 8 },
      waitingTask(9),
    ];
    await refresh(client);
    await waitFor(() =>
      expect(selectedRow().querySelector('s')).toHaveTextContent('Task 1'),
    );
    expect(selectedRow()).toHaveTextContent('No longer waits here');
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('chidi approved it.'),
    );
  });
});

describe('the faces of the inbox', () => {
  it('shows that it is on its way', async () => {
    const backend = fakeBackend([]);
    backend.inbox.mockReturnValue(new Promise(() => {}));
    renderInbox(backend);
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it('says that nothing waits, and where to go from here', async () => {
    renderInbox(fakeBackend([]));
    expect(
      await screen.findByText('Nothing waits for your teams'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All tasks' })).toHaveAttribute(
      'href',
      '/agent-tasks/tasks',
    );
  });

  it('leads from a view where nothing waits to the other one', async () => {
    const backend = fakeBackend([waitingTask(1)]);
    const { user } = renderInbox(backend, { search: '?scope=mine' });
    await user.click(
      await screen.findByRole('button', { name: 'Show my teams' }),
    );
    expect(await shownIds()).toEqual(['t1']);
  });

  it('stands in the one main part of the page', async () => {
    renderInbox(fakeBackend([waitingTask(1)]));
    await shownIds();
    expect(
      within(screen.getByRole('main')).getByRole('grid'),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'PERMISSION_DENIED', 'You may not see this'],
    [500, 'INTERNAL', 'This could not be loaded'],
  ])('says why there is nothing: %i %s', async (status, code, title) => {
    const backend = fakeBackend([]);
    backend.inbox.mockRejectedValue(
      await refusal(status, { code, message: 'Because.' }),
    );
    renderInbox(backend);
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(`Error code ${code}`)).toBeInTheDocument();
  });

  it('keeps the rows when the backend is gone, and says that they are old', async () => {
    const backend = fakeBackend([waitingTask(1)]);
    const { client } = renderInbox(backend);
    await shownIds();
    backend.inbox.mockRejectedValue(new TypeError('Failed to fetch'));
    await client.invalidateQueries({ queryKey: queryKeys.inbox.all });
    expect(await screen.findByText(/may be out of date/)).toBeInTheDocument();
    expect(await shownIds()).toEqual(['t1']);
  });

  it('takes the rows away from who may no longer see them', async () => {
    const backend = fakeBackend([waitingTask(1)]);
    const { client } = renderInbox(backend);
    await shownIds();
    backend.inbox.mockRejectedValue(
      await refusal(403, { code: 'PERMISSION_DENIED', message: 'No.' }),
    );
    await client.invalidateQueries({ queryKey: queryKeys.inbox.all });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
