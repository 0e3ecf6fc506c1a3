import { screen } from '@testing-library/react';
import { queryClient } from '../../hooks/client/queryClient';
import { hostileTitle, hostileTitleShown } from '../../testing/hostileTitle';
import { refusal } from '../../testing/refusal';
import { exampleRow, pageOf, queue } from '../entityTab/__testUtils__/examples';
import { renderOnService } from '../entityTab/__testUtils__/renderOnService';
import { EntitySummaryCard } from './EntitySummaryCard';

afterEach(() => queryClient.clear());

describe('the card of a service', () => {
  it('shows its last five tasks and how much can still be reviewed', async () => {
    const rows = ['1', '2', '3', '4', '5', '6'].map(id =>
      exampleRow({ id, title: `Task ${id}`, artifacts: [] }),
    );
    rows[0] = exampleRow({ id: '1', title: 'Task 1' });
    renderOnService(<EntitySummaryCard />, {
      tasks: { list: async () => pageOf(...rows) },
      queue: async () => queue,
    });
    expect(await screen.findByRole('link', { name: 'Task 5' })).toBeVisible();
    expect(screen.queryByText('Task 6')).toBeNull();
    expect(
      await screen.findByText(
        '1 open agent pull request · 2 of 5 review slots used · 1 of them from outside the portal',
      ),
    ).toBeVisible();
  });

  it('hides nothing of a title, and takes none of it for markup', async () => {
    renderOnService(<EntitySummaryCard />, {
      tasks: { list: async () => pageOf(exampleRow({ title: hostileTitle })) },
    });
    const link = await screen.findByRole('link', { name: hostileTitleShown });
    expect(link).toHaveAttribute('title', hostileTitleShown);
  });

  it('leads to the tab, and to the tab with the dialog', async () => {
    renderOnService(<EntitySummaryCard />, {});
    expect(
      await screen.findByRole('link', { name: 'Run agent task' }),
    ).toHaveAttribute('href', '/service/agent-tasks?run');
    expect(
      screen.getByRole('link', { name: 'All tasks of this service' }),
    ).toHaveAttribute('href', '/service/agent-tasks');
    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('is kind when there is nothing', async () => {
    renderOnService(<EntitySummaryCard />, {
      tasks: { list: async () => pageOf() },
    });
    expect(
      await screen.findByText('No agent has worked on this service yet.'),
    ).toBeVisible();
  });

  it('says why it shows nothing', async () => {
    const denied = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
    });
    renderOnService(<EntitySummaryCard />, {
      tasks: { list: () => Promise.reject(denied) },
    });
    expect(await screen.findByText('You may not do this.')).toBeVisible();
  });
});
