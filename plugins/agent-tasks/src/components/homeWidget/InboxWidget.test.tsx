import type { Inbox } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { configure, fireEvent, screen } from '@testing-library/react';
import { queryClient } from '../../hooks/client/queryClient';
import { exampleTask } from '../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { InboxWidget } from './InboxWidget';

const none = { count: 0, items: [] };

/** Tasks that wait since these hours of a day. */
function inboxOf(hours: number[], count = hours.length): Inbox {
  const items = hours.map(hour => {
    const { parameters, prompt, sessions, stages, ...row } = exampleTask({
      id: `task-${hour}`,
      title: `Waits since ${hour}`,
      attentionSince: `2026-11-20T0${hour}:00:00.000Z`,
    });
    return row;
  });
  const group = {
    attention: 'question' as const,
    count,
    oldestAt: null,
    items,
  };
  return { groups: hours.length > 0 ? [group] : [], snoozed: none };
}

function renderWidget(
  answer: (scope: 'mine' | 'team') => Promise<Inbox> | Inbox,
) {
  renderInPortal(<InboxWidget />, {
    api: fakeAgentTasksApi({
      inbox: async query => answer(query?.scope ?? 'mine'),
    }),
  });
}

jest.setTimeout(60_000);
beforeAll(() => configure({ defaultHidden: true, asyncUtilTimeout: 20_000 }));
afterEach(() => queryClient.clear());

describe('the widget of the home page', () => {
  it('counts a task once, and shows the three that have waited longest', async () => {
    renderWidget(scope => inboxOf(scope === 'mine' ? [4, 2] : [2, 1, 3, 5]));
    expect(
      await screen.findByText('5 tasks wait for you or your teams'),
    ).toBeVisible();
    const titles = screen.getAllByText(/^Waits since/);
    expect(titles.map(title => title.textContent)).toEqual([
      'Waits since 1',
      'Waits since 2',
      'Waits since 3',
    ]);
    expect(titles[0]).toHaveAttribute('href', '/agent-tasks/tasks/task-1');
    expect(screen.getAllByText('Needs an answer')).toHaveLength(3);
  });

  it('shows as many as it has room for', async () => {
    const room = jest
      .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
      .mockReturnValue(DOMRect.fromRect({ height: 220 }));
    renderWidget(() => inboxOf([1, 2, 3, 4, 5]));
    await screen.findByText('Waits since 1');
    expect(screen.getAllByText(/^Waits since/)).toHaveLength(4);
    room.mockRestore();
  });

  it('counts those that are not listed too', async () => {
    renderWidget(scope => (scope === 'team' ? inboxOf([1], 80) : inboxOf([])));
    expect(
      await screen.findByText('80 tasks wait for you or your teams'),
    ).toBeVisible();
  });

  it('says so where nothing waits', async () => {
    renderWidget(() => inboxOf([]));
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderWidget(() => new Promise<never>(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    const error = await refusal(500, {
      code: 'INTERNAL',
      message: 'Something broke.',
      nextAction: 'ask_human',
    });
    let isBroken = true;
    renderWidget(() => (isBroken ? Promise.reject(error) : inboxOf([1])));
    expect(await screen.findByText('Something broke.')).toBeVisible();
    isBroken = false;
    fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('Waits since 1')).toBeVisible();
  });

  it('says that somebody may not see it', async () => {
    const error = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
      nextAction: 'request_access',
    });
    renderWidget(() => Promise.reject(error));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
