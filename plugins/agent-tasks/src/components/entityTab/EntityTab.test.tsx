import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryClient } from '../../hooks/client/queryClient';
import { hostileTitle, hostileTitleShown } from '../../testing/hostileTitle';
import { refusal } from '../../testing/refusal';
import { FakeAnswers } from '../../testing/fakeAgentTasksApi';
import { EntityTab } from './EntityTab';
import {
  exampleRow,
  exampleTemplate,
  pageOf,
  queue,
} from './__testUtils__/examples';
import { renderOnService } from './__testUtils__/renderOnService';

const open = (list: NonNullable<FakeAnswers['tasks']>['list'], more = {}) =>
  renderOnService(<EntityTab />, {
    tasks: { list },
    queue: async () => queue,
    ...more,
  });

afterEach(() => queryClient.clear());

describe('the agent tasks of a service', () => {
  it('begin with what waits for the reader and the reviews that are left', async () => {
    open(async () =>
      pageOf(
        exampleRow(),
        exampleRow({ id: 'theirs', routedTo: ['group:default/storefront'] }),
        exampleRow({ id: 'bo', assignee: 'user:default/bo' }),
        exampleRow({ id: 'later', snoozedUntil: '2999-01-01T00:00:00.000Z' }),
      ),
    );
    expect(
      await screen.findByText('1 needs you · 2 of 5 review slots used'),
    ).toBeVisible();
  });

  it('say nothing of slots where there is no limit', async () => {
    open(async () => pageOf(exampleRow()), {
      queue: async () => ({ ...queue, capacity: [] }),
    });
    expect(await screen.findByText('1 needs you')).toBeVisible();
  });

  it('hide nothing of a title, and take none of it for markup', async () => {
    open(async () => pageOf(exampleRow({ title: hostileTitle })));
    expect(
      await screen.findByRole('link', { name: hostileTitleShown }),
    ).toBeVisible();
  });

  it('lead to their page and their pull request, and to no other host', async () => {
    const [pullRequest] = exampleRow().artifacts;
    open(async () =>
      pageOf(
        exampleRow({ title: 'Upgrade <b>lodash</b>' }),
        exampleRow({
          id: 'odd',
          title: 'Odd',
          artifacts: [
            {
              ...pullRequest,
              url: 'https://github.com.example.org/acme/payments-api/pull/214',
            },
          ],
        }),
      ),
    );
    const [row, odd] = within(
      await screen.findByRole('list', { name: 'Agent tasks of this service' }),
    ).getAllByRole('listitem');
    expect(
      within(row).getByRole('link', { name: 'Upgrade <b>lodash</b>' }),
    ).toHaveAttribute('href', `/agent-tasks/tasks/${exampleRow().id}`);
    expect(
      within(row).getByRole('link', { name: '#214 draft' }),
    ).toHaveAttribute('href', 'https://github.com/acme/payments-api/pull/214');
    expect(within(odd).getByText('#214 draft')).not.toHaveAttribute('href');
  });

  it('are read on by hand', async () => {
    const list = jest.fn(async ({ cursor, attention } = {}) => {
      if (attention) return pageOf();
      return cursor
        ? pageOf(exampleRow({ id: 'old', title: 'An old one' }))
        : { ...pageOf(exampleRow()), nextCursor: 'next' };
    });
    open(list);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load more' }),
    );
    expect(await screen.findByText('An old one')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('offer three templates that fit while there are none', async () => {
    const names = ['one', 'two', 'three', 'four'];
    open(async () => pageOf(), {
      templates: async () => ({
        items: [
          exampleTemplate({ ref: 'x:default/no', title: 'No', fits: false }),
          ...names.map(name =>
            exampleTemplate({ ref: `x:default/${name}`, title: name }),
          ),
        ],
      }),
    });
    expect(await screen.findByRole('heading', { name: 'one' })).toBeVisible();
    expect(screen.getAllByText('about 120 credits, 10 min')).toHaveLength(3);
    expect(screen.queryByText('four')).toBeNull();
    expect(screen.queryByText('No')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Use this template: two' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/?run=x:default/two',
    );
  });

  it('say that they are on their way', async () => {
    renderOnService(<EntityTab />, {});
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Run agent task' }),
    ).toBeEnabled();
  });

  it('say who may not see them', async () => {
    const denied = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
      nextAction: 'request_access',
    });
    open(() => Promise.reject(denied));
    expect(await screen.findByText('You may not do this.')).toBeVisible();
  });

  it('can be asked for again after a failure', async () => {
    const broken = await refusal(500, {
      code: 'INTERNAL',
      message: 'Something went wrong.',
      nextAction: 'ask_human',
    });
    const list = jest
      .fn()
      .mockRejectedValueOnce(broken)
      .mockResolvedValue(pageOf(exampleRow()));
    open(list);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Upgrade lodash')).toBeVisible();
  });
});
