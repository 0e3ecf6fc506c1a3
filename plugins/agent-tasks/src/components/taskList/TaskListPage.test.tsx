import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  act,
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { queryClient } from '../../hooks/client/queryClient';
import { queryKeys } from '../../hooks/client/queryKeys';
import { refusal } from '../../testing/refusal';
import {
  ana,
  exampleRow,
  exampleRows,
  onWideScreen,
  payments,
  renderList,
} from './__testUtils__/renderList';

const usual = { order: 'createdAt', direction: 'desc', limit: 50 };
const nothing = { items: [], totalItems: 0 };
const oneRow = { items: [exampleRow()], totalItems: 1 };

/** As if typed, wherever the focus is. */
const press = (...keys: string[]) => {
  for (const key of keys) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  }
};
const readHeadAgain = () =>
  act(async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
  });

// Roles are slow to find in a whole page, and machines are busy: neither is what is tested.
jest.setTimeout(60_000);
beforeAll(() => configure({ defaultHidden: true, asyncUtilTimeout: 20_000 }));
const { matchMedia } = window;
afterEach(() => {
  queryClient.clear();
  window.matchMedia = matchMedia;
});

describe('the list of tasks', () => {
  it('begins with what the person asked for, and its address says so', async () => {
    const { asked } = renderList(() => oneRow);
    await screen.findByText('Upgrade lodash');
    expect(asked()).toEqual([{ ...usual, requesterRef: [ana] }]);
    expect(
      screen.getByRole('button', { name: 'Asked by me', pressed: true }),
    ).toBeVisible();
    expect(screen.getByText(`/?requesterRef=${ana}`)).toBeInTheDocument();
  });

  it('takes a filter into its address, and asks once', async () => {
    const { asked } = renderList(() => oneRow, { search: '?view=all' });
    await screen.findByText('Upgrade lodash');
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Status' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Done' }));
    expect(await screen.findByText('/?status=done')).toBeInTheDocument();
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toEqual({ ...usual, status: ['done'] });
    expect(screen.getByRole('button', { name: /^Status: Done/ })).toBeVisible();
  });

  it('folds away what is seldom asked for, and counts what is on in there', async () => {
    onWideScreen();
    const search = '?attention=failure&createdAfter=2026-11-01T00:00:00.000Z';
    renderList(() => oneRow, { search: `${search}&status=done` });
    await screen.findByText('Upgrade lodash');
    const more = screen.getByRole('button', { name: 'More filters (2)' });
    const needs = screen.getByRole('combobox', { name: 'Needs' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    expect(needs).not.toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Status' })).toBeVisible();
    fireEvent.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    expect(needs).toBeVisible();
  });

  it('folds every filter away on a phone', async () => {
    renderList(() => oneRow, { search: '?attention=failure&status=done' });
    await screen.findByText('Upgrade lodash');
    const status = screen.getByRole('combobox', { name: 'Status' });
    expect(status).not.toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Filters (2)' }));
    expect(status).toBeVisible();
  });

  it('shows a word of an address that nobody knows as chosen, without complaint', async () => {
    const complain = jest.spyOn(console, 'warn').mockImplementation();
    const search = '?status=day\u202Edreaming&status=done';
    renderList(() => oneRow, { search });
    await screen.findByText('Upgrade lodash');
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Status' }));
    const unknown = await screen.findByRole('option', {
      name: 'day[U+202E]dreaming',
      selected: true,
    });
    fireEvent.click(unknown);
    expect(await screen.findByText('/?status=done')).toBeInTheDocument();
    expect(complain).not.toHaveBeenCalled();
    complain.mockRestore();
  });

  it('shows whoever opens a shared address the same', async () => {
    const search =
      '?status=done&status=not_done&requesterRef=user:default/bo&q=lodash&order=updatedAt&direction=asc';
    const { asked } = renderList(() => oneRow, { search });
    await screen.findByText('Upgrade lodash');
    expect(asked()).toEqual([
      {
        status: ['done', 'not_done'],
        requesterRef: ['user:default/bo'],
        q: 'lodash',
        order: 'updatedAt',
        direction: 'asc',
        limit: 50,
      },
    ]);
    expect(screen.getByRole('button', { name: /^Asked by: bo/ })).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^Words: lodash/ }),
    ).toBeVisible();
  });

  it('asks once for each view', async () => {
    const { asked } = renderList(() => oneRow);
    await screen.findByText('Upgrade lodash');
    fireEvent.click(screen.getByRole('button', { name: 'My teams’' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() => expect(asked()).toHaveLength(3));
    expect(asked().slice(1)).toEqual([
      { ...usual, ownerRef: [payments] },
      usual,
    ]);
  });

  it('asks for typed words once, with Enter at once', async () => {
    const { asked } = renderList(() => oneRow, { search: '?view=all' });
    const field = await screen.findByRole('searchbox');
    await screen.findByText('Upgrade lodash');
    fireEvent.change(field, { target: { value: 'lod' } });
    fireEvent.change(field, { target: { value: 'lodash' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText('/?q=lodash')).toBeInTheDocument();
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toEqual({ ...usual, q: 'lodash' });
  });

  it('takes a filter off by its chip, and all of them at once', async () => {
    const search = '?status=done&status=waiting&q=x';
    renderList(() => oneRow, { search });
    fireEvent.click(
      await screen.findByRole('button', { name: /^Status: Waiting/ }),
    );
    expect(await screen.findByText('/?status=done&q=x')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await screen.findByText('/?view=all')).toBeInTheDocument();
  });

  it('keeps the rows, dimmed, until those of the next filter have come', async () => {
    renderList(({ ownerRef }) =>
      ownerRef ? new Promise<never>(() => {}) : oneRow,
    );
    await screen.findByText('Upgrade lodash');
    fireEvent.click(screen.getByRole('button', { name: 'My teams’' }));
    expect(await screen.findByRole('table', { busy: true })).toBeVisible();
    expect(screen.getByText('Upgrade lodash')).toBeVisible();
  });

  it('reads on by cursor, and says when there are more than can be counted', async () => {
    const { asked } = renderList(({ cursor }) =>
      cursor
        ? { items: exampleRows(10, 50) }
        : { items: exampleRows(50), nextCursor: 'next', totalItems: 1001 },
    );
    expect(await screen.findByText('1,000+ tasks')).toBeVisible();
    await waitFor(() =>
      expect(asked()[1]).toMatchObject({ cursor: 'next', limit: 50 }),
    );
    expect(await screen.findByText('Task number 59')).toBeInTheDocument();
    expect(asked()).toHaveLength(2);
  });

  it('announces what came instead of moving rows, and shows it when asked', async () => {
    let items = [exampleRow()];
    renderList(() => ({ items, totalItems: items.length }));
    await screen.findByText('Upgrade lodash');
    items = [exampleRow({ id: 'new', title: 'Upgrade react' }), ...items];
    await readHeadAgain();
    const show = await screen.findByRole('button', { name: '1 update, show' });
    expect(screen.queryByText('Upgrade react')).not.toBeInTheDocument();
    fireEvent.click(show);
    expect(await screen.findByText('Upgrade react')).toBeVisible();
    expect(show).not.toBeInTheDocument();
  });
});

describe('the list says', () => {
  it('that it is loading', async () => {
    renderList(() => new Promise<never>(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
  });

  it('what agent tasks are, where there is none', async () => {
    renderList(() => nothing);
    expect(
      await screen.findByText('You have not asked for a task yet'),
    ).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'All tasks' }));
    expect(await screen.findByText('No agent tasks yet')).toBeVisible();
  });

  it('that nothing matches, and offers to clear the filters', async () => {
    const { asked } = renderList(() => nothing, { search: '?q=unheard-of' });
    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
    const [, inFace] = screen.getAllByRole('button', { name: 'Clear filters' });
    fireEvent.click(inFace);
    expect(await screen.findByText('No agent tasks yet')).toBeVisible();
    expect(asked()).toHaveLength(2);
  });

  it('what went wrong, and tries again', async () => {
    const error = await refusal(500, {
      code: 'INTERNAL',
      message: 'Something broke.',
      nextAction: 'ask_human',
    });
    let isBroken = true;
    renderList(() => (isBroken ? Promise.reject(error) : oneRow));
    expect(await screen.findByText('Something broke.')).toBeVisible();
    expect(screen.getByText('Error code INTERNAL')).toBeVisible();
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Upgrade lodash')).toBeVisible();
  });

  it('that somebody may not see it', async () => {
    const error = await denied();
    renderList(() => Promise.reject(error));
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('that leave was taken away while somebody looks, and shows no row', async () => {
    const error = await denied();
    let isDenied = false;
    renderList(() => (isDenied ? Promise.reject(error) : oneRow));
    await screen.findByText('Upgrade lodash');
    isDenied = true;
    await readHeadAgain();
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByText('Upgrade lodash')).not.toBeInTheDocument();
  });

  it('that it is not up to date, and keeps the rows', async () => {
    const error = await refusal(500, {
      code: 'INTERNAL',
      message: 'Something broke.',
      nextAction: 'ask_human',
    });
    let isBroken = false;
    renderList(() => (isBroken ? Promise.reject(error) : oneRow));
    await screen.findByText('Upgrade lodash');
    isBroken = true;
    await readHeadAgain();
    expect(await screen.findByText(/^Not read since now/)).toBeVisible();
    expect(screen.getByText('Upgrade lodash')).toBeVisible();
  });
});

describe('a row', () => {
  beforeEach(onWideScreen);

  it('says why, with whom, for how much, and links its pull request', async () => {
    renderList(() => oneRow);
    const row = await screen.findByRole('row', { name: /Upgrade lodash/ });
    for (const word of ['Needs you', 'ana', 'payments', '34', 'Draft']) {
      expect(within(row).getByText(word)).toBeVisible();
    }
    expect(
      within(row).getByText(
        'The agent asks something on GitHub · Bump lodash to 4.17.21',
      ),
    ).toBeVisible();
    expect(
      within(row).getByRole('link', { name: 'payments-api' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
    expect(within(row).getByRole('link', { name: '#214' })).toHaveAttribute(
      'href',
      'https://github.com/acme/payments-api/pull/214',
    );
  });

  it('shows hostile text as text, and follows no hostile link', async () => {
    const [pull] = exampleRow().artifacts;
    const title = '<img src=x onerror=alert(1)> \u202Egnp.exe';
    renderList(() => ({
      items: [
        exampleRow({
          title,
          providerName: '[click](javascript:alert(1))',
          artifacts: [
            {
              ...(pull as Extract<typeof pull, { type: 'pull_request' }>),
              url: ['javascript', 'alert(1)'].join(':'),
            },
          ],
        }),
      ],
      totalItems: 1,
    }));
    expect(
      await screen.findByText('<img src=x onerror=alert(1)> [U+202E]gnp.exe'),
    ).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /214/ })).not.toBeInTheDocument();
    expect(screen.getByText(/#214/)).toBeVisible();
  });

  it('is reached with j and k, opened with Enter, and left for the filter with /', async () => {
    renderList(() => ({ items: exampleRows(3), totalItems: 3 }));
    await screen.findByText('Task number 0');
    const link = (name: string) => screen.getByRole('link', { name });
    press('j', 'j');
    await waitFor(() => expect(link('Task number 1')).toHaveFocus());
    press('k');
    await waitFor(() => expect(link('Task number 0')).toHaveFocus());
    press('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    press('j');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('opens by a click anywhere on it', async () => {
    renderList(() => ({ items: exampleRows(2), totalItems: 2 }));
    const row = await screen.findByRole('row', { name: /Task number 1/ });
    fireEvent.click(within(row).getByText('Needs you'));
    expect(
      await screen.findByText(/^\/agent-tasks\/tasks\/task-1/),
    ).toBeInTheDocument();
  });

  it('that is not read yet is reached all the same by who moves quicker', async () => {
    let answerNext = (_: { items: ReturnType<typeof exampleRows> }) => {};
    renderList(({ cursor }) =>
      cursor
        ? new Promise(resolve => {
            answerNext = resolve;
          })
        : { items: exampleRows(2), nextCursor: 'next', totalItems: 4 },
    );
    await screen.findByText('Task number 1');
    press('j', 'j', 'j', 'j');
    await act(async () => answerNext({ items: exampleRows(2, 2) }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Task number 3' })).toHaveFocus(),
    );
  });
});

function denied(): Promise<AgentTasksResponseError> {
  return refusal(403, {
    code: 'PERMISSION_DENIED',
    message: 'You may not do this.',
    nextAction: 'request_access',
  });
}
