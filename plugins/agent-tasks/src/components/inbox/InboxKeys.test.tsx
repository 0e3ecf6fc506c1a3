import { act, screen, waitFor, within } from '@testing-library/react';
import { pendingCommands } from '../../hooks/commands/PendingCommands';
import { refusal } from '../../testing/refusal';
import { approvalTask, failedTask, waitingTask } from './__testUtils__/inboxOf';
import {
  bo,
  fakeBackend,
  layRowsOut,
  renderInbox,
  selectedRow,
  shownIds,
} from './__testUtils__/renderInbox';

// Ten tasks and every key between them take more than a moment on a busy machine.
jest.setTimeout(60_000);

beforeEach(() => layRowsOut());

afterEach(() => {
  act(() => {
    for (const { taskId } of pendingCommands.list()) {
      pendingCommands.undo(taskId);
    }
  });
  jest.restoreAllMocks();
});

/** The head of the group that a row stands in. */
function groupOf(id: string): string | null {
  const rows = screen.getAllByRole('row');
  const heads = rows.slice(
    0,
    rows.findIndex(row => row.dataset.task === id),
  );
  const head = heads.reverse().find(row => row.dataset.task === undefined);
  return head?.textContent ?? null;
}

describe('the keys of the inbox', () => {
  it('move by j and k, and stop at both ends', async () => {
    const { user } = renderInbox(fakeBackend([waitingTask(1), waitingTask(2)]));
    await shownIds();
    await user.keyboard('j');
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    expect(selectedRow()).toHaveFocus();
    await user.keyboard('j');
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    await user.keyboard('kk');
    expect(selectedRow()).toHaveAttribute('data-task', 't1');
  });

  it('show and hide the peek by Space', async () => {
    const { user } = renderInbox(fakeBackend([waitingTask(1)]));
    await shownIds();
    await user.keyboard(' ');
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard(' ');
    expect(screen.getByRole('complementary')).toBeInTheDocument();
  });

  it('filter by /, and come back to the row by Enter and Escape', async () => {
    const { user } = renderInbox(
      fakeBackend([waitingTask(1), waitingTask(2), waitingTask(3)]),
    );
    await shownIds();
    await user.keyboard('/task 3');
    expect(await shownIds()).toEqual(['t3']);
    await user.keyboard('{Enter}');
    expect(selectedRow()).toHaveFocus();
    await user.keyboard('/{Escape}');
    expect(await shownIds()).toEqual(['t1', 't2', 't3']);
  });

  it('say so when the filter leaves nothing', async () => {
    const { user } = renderInbox(fakeBackend([waitingTask(1)]));
    await shownIds();
    await user.keyboard('/nothing like it');
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(await shownIds()).toEqual(['t1']);
  });

  it('approve by y what the peek shows, and take it back by u', async () => {
    const backend = fakeBackend([approvalTask(1)]);
    const { user } = renderInbox(backend);
    await screen.findByText('Do what task 1 says.');
    await user.keyboard('y');
    expect(selectedRow().querySelector('s')).toHaveTextContent('Task 1');
    expect(backend.act).not.toHaveBeenCalled();
    await user.keyboard('u');
    expect(selectedRow().querySelector('s')).toBeNull();
    await user.keyboard('y');
    act(() => pendingCommands.flush());
    await waitFor(() =>
      expect(backend.act).toHaveBeenCalledWith('t1', 'approve', {
        digest: backend.tasks[0].approvalDigest,
      }),
    );
    expect(backend.act).toHaveBeenCalledTimes(1);
  });

  it('approve nothing that was never on the screen', async () => {
    const { user } = renderInbox(fakeBackend([approvalTask(1)]));
    await screen.findByText('Do what task 1 says.');
    await user.keyboard(' y');
    expect(pendingCommands.list()).toEqual([]);
    expect(screen.getByRole('complementary')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(/then approve/);
  });

  it('reject by n, with a reason, sent by Ctrl and Enter', async () => {
    const backend = fakeBackend([approvalTask(1), approvalTask(2)]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('n');
    await user.keyboard('Not now{Control>}{Enter}{/Control}');
    expect(backend.act).toHaveBeenCalledWith('t1', 'reject', {
      reason: 'Not now',
    });
    await waitFor(() => expect(selectedRow()).toHaveFocus());
    expect(selectedRow()).toHaveTextContent('You rejected it');
  });

  it('acknowledge by e; the row stands struck through until the next one', async () => {
    const backend = fakeBackend([failedTask(1), failedTask(2)]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('e');
    await waitFor(() =>
      expect(selectedRow()).toHaveTextContent('You acknowledged it'),
    );
    expect(screen.getByRole('complementary')).toHaveTextContent(
      /^You acknowledged it/,
    );
    expect(selectedRow().querySelector('s')).toHaveTextContent('Task 1');
    expect(screen.queryByRole('button', { name: /update/ })).toBeNull();
    await user.keyboard('j');
    await waitFor(async () => expect(await shownIds()).toEqual(['t2']));
    expect(selectedRow()).toHaveFocus();
  });

  it('assign by a', async () => {
    const backend = fakeBackend([waitingTask(1)]);
    const { user } = renderInbox(backend);
    await screen.findByRole('button', { name: 'Assign to me' });
    await user.keyboard('a');
    await waitFor(() =>
      expect(selectedRow()).toHaveTextContent('Assigned to you'),
    );
    expect(backend.update).toHaveBeenCalledWith(
      't1',
      { assignee: bo },
      { revision: 7 },
    );
    expect(selectedRow().querySelector('s')).toBeNull();
  });

  it('snooze by h, until what is chosen', async () => {
    const backend = fakeBackend([waitingTask(1), waitingTask(2)]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('h');
    const menu = await screen.findByRole('menu', { name: 'Snooze' });
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(item => item.textContent),
    ).toEqual([
      'For an hour',
      'For four hours',
      'Until tomorrow, 9:00',
      'Until Monday, 9:00',
    ]);
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(backend.update).toHaveBeenCalled());
    const { snoozedUntil } = backend.update.mock.calls[0][1];
    const hours = (Date.parse(snoozedUntil) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(4);
    await user.keyboard('j');
    await waitFor(() => expect(groupOf('t1')).toBe('Snoozed1'));
    expect(screen.queryByRole('button', { name: /update/ })).toBeNull();
  });

  it.each([
    ['c', waitingTask(1), /Cancel “Task 1”/],
    ['r', failedTask(1), /Run “Task 1” again/],
  ])('ask first, by %s', async (key, task, title) => {
    const backend = fakeBackend([task]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard(key);
    expect(await screen.findByRole('dialog')).toHaveTextContent(title);
    expect(backend.act).not.toHaveBeenCalled();
  });

  it('open GitHub by o, in a window that knows nothing of ours', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(null);
    const { user } = renderInbox(fakeBackend([failedTask(1)]));
    await shownIds();
    await user.keyboard('o');
    expect(open).toHaveBeenCalledWith(
      'https://github.com/acme/payments-api/pull/214',
      '_blank',
      'noopener,noreferrer',
    );
  });

  it('do nothing that the task does not allow', async () => {
    const backend = fakeBackend([waitingTask(1, { allowedActions: [] })]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('yneahcr');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(backend.act).not.toHaveBeenCalled();
    expect(backend.update).not.toHaveBeenCalled();
  });

  it('are letters where somebody types, and nothing with a modifier', async () => {
    const backend = fakeBackend([failedTask(1), failedTask(2)]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('{Control>}e{/Control}{Alt>}e{/Alt}{Meta>}e{/Meta}');
    await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
    await user.keyboard('ea');
    expect(screen.getByRole('searchbox')).toHaveValue('ea');
    expect(backend.update).not.toHaveBeenCalled();
  });

  it('are shown by ?, and can be switched off there; arrows go on', async () => {
    const backend = fakeBackend([failedTask(1), failedTask(2)]);
    const { user } = renderInbox(backend);
    await shownIds();
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: 'Keyboard' });
    await user.click(within(help).getByRole('checkbox'));
    await user.click(within(help).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('e?j');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(backend.update).not.toHaveBeenCalled();
    expect(selectedRow()).toHaveAttribute('data-task', 't1');
    selectedRow().focus();
    await user.keyboard('{ArrowDown}');
    expect(selectedRow()).toHaveAttribute('data-task', 't2');
    expect(selectedRow()).toHaveFocus();
  });

  it('stay off for who has switched them off', async () => {
    const backend = fakeBackend([failedTask(1)]);
    const { user } = renderInbox(backend, { stored: { keys: false } });
    await shownIds();
    await user.keyboard('e');
    expect(backend.update).not.toHaveBeenCalled();
  });
});

describe('two people on one task', () => {
  const dana = 'user:default/dana';

  it('tells the second that it was assigned, and changes nothing', async () => {
    const backend = fakeBackend([waitingTask(1)]);
    const { user } = renderInbox(backend);
    await screen.findByRole('button', { name: 'Assign to me' });
    backend.tasks = [{ ...backend.tasks[0], assignee: dana, revision: 8 }];
    backend.update.mockRejectedValueOnce(
      await refusal(412, { code: 'REVISION_CONFLICT', message: 'Changed.' }),
    );
    await user.keyboard('a');
    await waitFor(() =>
      expect(selectedRow()).toHaveTextContent('dana was quicker'),
    );
    expect(
      await screen.findByText(/it is assigned to dana\./),
    ).toBeInTheDocument();
    expect(backend.update).toHaveBeenCalledTimes(1);
  });

  it('tells the second who approved it', async () => {
    const backend = fakeBackend([approvalTask(1)]);
    const { user } = renderInbox(backend);
    await screen.findByText('Do what task 1 says.');
    backend.events = [
      {
        seq: 1,
        at: new Date().toISOString(),
        type: 'approved',
        actor: { type: 'user', ref: dana },
        source: 'command',
        details: {},
      },
    ];
    backend.act.mockRejectedValueOnce(
      await refusal(409, {
        code: 'TASK_STATE_CONFLICT',
        message: 'It cannot be approved.',
      }),
    );
    await user.keyboard('y');
    backend.tasks = [{ ...backend.tasks[0], attention: null, revision: 8 }];
    act(() => pendingCommands.flush());
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'dana approved it. You see the task as it is now.',
      ),
    );
  });
});

it('settles ten waiting tasks in at most forty keystrokes', async () => {
  const backend = fakeBackend([
    ...[1, 2, 3].map(number => approvalTask(number)),
    ...[4, 5, 6, 7].map(number => failedTask(number)),
    ...[8, 9, 10].map(number => waitingTask(number)),
  ]);
  const { user } = renderInbox(backend);
  expect(await shownIds()).toHaveLength(10);
  let strokes = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      strokes += 1;
      await user.keyboard(key);
    }
  };
  // Approvals are said yes and no to, failures acknowledged, questions put aside.
  for (const number of [1, 2]) {
    await screen.findByText(`Do what task ${number} says.`);
    await press('y', 'j');
  }
  await press('n', 'N', 'o', '{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press('j');
  for (let left = 4; left > 0; left -= 1) await press('e', 'j');
  for (let left = 3; left > 0; left -= 1) await press('h', '{Enter}', 'j');
  act(() => pendingCommands.flush());
  await waitFor(() =>
    expect(
      backend.tasks.filter(
        task => task.attention !== null && task.snoozedUntil === null,
      ),
    ).toEqual([]),
  );
  expect(strokes).toBeLessThanOrEqual(40);
});
