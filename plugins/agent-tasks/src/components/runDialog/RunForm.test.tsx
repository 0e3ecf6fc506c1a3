import { mockApis } from '@backstage/frontend-test-utils';
import { act, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryClient } from '../../hooks/client/queryClient';
import { refusal } from '../../testing/refusal';
import { bumpRef, exampleTemplate } from '../entityTab/__testUtils__/examples';
import {
  field,
  fill,
  openRunDialog as open,
} from './__testUtils__/openRunDialog';

const draftKey = `component:default/payments-api ${bumpRef}`;

// The form and its validator are loaded late, and a preview waits for a pause in typing.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

afterEach(() => queryClient.clear());

describe('the form of a template', () => {
  const listTemplate = exampleTemplate({
    parameters: {
      type: 'object',
      properties: {
        paths: {
          type: 'array',
          title: 'Paths',
          description: 'Where the agent may look.',
          items: { type: 'string', title: 'Path' },
        },
        dependency: {
          type: 'string',
          title: 'Dependency',
          description: 'As npm calls it.',
        },
      },
    },
  });

  it('says what a field is for in a paragraph, not in a heading', async () => {
    open({}, { templates: async () => ({ items: [listTemplate] }) });
    const dependency = await field(/Dependency/);
    expect(dependency).toHaveAccessibleDescription('As npm calls it.');
    for (const text of ['As npm calls it.', 'Where the agent may look.']) {
      expect(screen.getByText(text).tagName).toBe('P');
    }
    const headings = screen.getAllByRole('heading').map(one => one.textContent);
    expect(headings).not.toContain('Paths');
    expect(screen.getByRole('group', { name: 'Paths' })).toBeVisible();
  });

  it('makes a list longer and shorter, and moves what is in it', async () => {
    const { create } = open(
      {},
      { templates: async () => ({ items: [listTemplate] }) },
    );
    const add = await screen.findByRole('button', { name: 'Add to Paths' });
    for (const path of ['one', 'two', 'three']) {
      await userEvent.click(add);
      const entries = screen.getAllByRole('textbox', { name: /^Path/ });
      await fill(entries[entries.length - 1], path);
    }
    await userEvent.click(
      screen.getByRole('button', { name: 'Move entry 3 up' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove entry 1' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(create.mock.calls[0][0].parameters).toEqual({
        paths: ['three', 'two'],
      }),
    );
  });
});

describe('the draft of an ask', () => {
  const kept = () => {
    const storage = mockApis.storage();
    const bucket = storage.forBucket('agent-tasks-drafts');
    return { storage, bucket };
  };
  const draft = {
    savedAt: '2026-11-20T08:00:00.000Z',
    values: { parameters: { dependency: 'knex', gone: 'x' }, title: 'Mine' },
  };

  it('is restored, without what the template no longer has', async () => {
    const { storage, bucket } = kept();
    await bucket.set(draftKey, draft);
    const { create } = open({}, { storage });
    expect(await screen.findByText(/was restored/)).toBeVisible();
    expect(await field(/Dependency/)).toHaveValue('knex');
    await fill(await field(/Version/), '3');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(create.mock.calls[0][0]).toMatchObject({
        parameters: { dependency: 'knex', version: '3' },
        title: 'Mine',
      }),
    );
    expect(bucket.snapshot(draftKey).presence).toBe('absent');
  });

  it('can be left behind', async () => {
    const { storage, bucket } = kept();
    await bucket.set(draftKey, draft);
    open({}, { storage });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start over' }),
    );
    expect(await field(/Dependency/)).toHaveValue('');
    expect(screen.queryByText(/was restored/)).toBeNull();
    expect(bucket.snapshot(draftKey).presence).toBe('absent');
  });

  it('is kept when the dialog is closed in the middle of it', async () => {
    const { storage, bucket } = kept();
    open({}, { storage });
    await fill(await field(/Dependency/), 'lod');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(bucket.snapshot(draftKey).value).toMatchObject({
        values: { parameters: { dependency: 'lod' } },
      }),
    );
  });
});

describe('the templates of the dialog', () => {
  it('are on their way', async () => {
    open({}, { templates: () => new Promise(() => {}) });
    const dialog = await screen.findByRole('dialog', {
      name: /^Run agent task on/,
    });
    expect(dialog).toBeVisible();
    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('may be none', async () => {
    open({}, { templates: async () => ({ items: [] }) });
    expect(
      await screen.findByText('Ask a platform engineer for one.'),
    ).toBeVisible();
  });

  it('may be denied', async () => {
    const denied = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
      nextAction: 'request_access',
    });
    open({}, { templates: () => Promise.reject(denied) });
    expect(await screen.findByText('You may not do this.')).toBeVisible();
  });

  it('may be of a kind that no form can be made of', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const broken = exampleTemplate({
      parameters: {
        type: 'object',
        properties: { one: { type: 'boolean', 'ui:widget': 'textarea' } },
      },
    });
    open({}, { templates: async () => ({ items: [broken] }) });
    expect(
      await screen.findByText('The form of this template cannot be shown'),
    ).toBeVisible();
    await act(async () => {});
  });
});
