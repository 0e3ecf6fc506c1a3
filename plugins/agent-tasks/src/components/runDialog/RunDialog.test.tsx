import type { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockApis } from '@backstage/frontend-test-utils';
import { act, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryClient } from '../../hooks/client/queryClient';
import { exampleTask } from '../../testing/exampleTask';
import { FakeAnswers } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { EntityTab } from '../entityTab';
import {
  bumpRef,
  examplePreview,
  exampleRow,
  exampleTemplate,
  pageOf,
  refusedPreview,
} from '../entityTab/__testUtils__/examples';
import { renderOnService } from '../entityTab/__testUtils__/renderOnService';

const sentence =
  'Starts now as acme-agent, about 120 credits, draft pull request, reviewed by payments';
const bump = '?run=dependency-bump';
const draftKey = `component:default/payments-api ${bumpRef}`;

function open(
  answers: FakeAnswers['tasks'] = {},
  options: Parameters<typeof renderOnService>[2] & {
    templates?: FakeAnswers['templates'];
  } = {},
) {
  const create = jest.fn(async (_: CreateTaskRequest) => ({
    task: exampleTask({ id: 'new' }),
    replayed: false,
  }));
  const { templates, ...rest } = options;
  renderOnService(
    <EntityTab />,
    {
      tasks: {
        list: async () => pageOf(exampleRow()),
        preview: async () => examplePreview(),
        create,
        ...answers,
      },
      templates: templates ?? (async () => ({ items: [exampleTemplate()] })),
    },
    { search: bump, ...rest },
  );
  return { create };
}

const field = (name: RegExp) => screen.findByRole('textbox', { name });

async function fill(input: HTMLElement, text: string) {
  await userEvent.click(input);
  await userEvent.paste(text);
}

async function fillIn() {
  await fill(await field(/Dependency/), 'lodash');
  await fill(await field(/Version/), '4.17.21');
}

const address = () => screen.getByTestId('address').textContent;

// The form and its validator are loaded late, and a preview waits for a pause in typing.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

afterEach(() => queryClient.clear());

describe('asking for an agent task', () => {
  it('says what would happen, and sends what was typed', async () => {
    const { create } = open();
    await fillIn();
    expect(
      await screen.findByText((_, node) => node?.textContent === sentence, {
        selector: 'p',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(address()).toBe('/agent-tasks/tasks/new'));
    expect(create.mock.calls[0][0]).toEqual({
      template: bumpRef,
      entityRef: 'component:default/payments-api',
      parameters: { dependency: 'lodash', version: '4.17.21' },
      createPullRequest: true,
    });
  });

  it('shows the prompt as text', async () => {
    open();
    expect(
      await screen.findByText('Upgrade lodash to <b>4.17.21</b>.'),
    ).toBeVisible();
  });

  it('sends once, however often it is pressed', async () => {
    const create = jest.fn(() => new Promise<never>(() => {}));
    open({ create });
    await fillIn();
    await userEvent.dblClick(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('Sending…')).toBeVisible();
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('sends by Ctrl and Enter, and not by Enter alone', async () => {
    const { create } = open();
    await fillIn();
    await userEvent.keyboard('{Enter}');
    expect(create).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  });

  it('sends nothing that does not fit the form, and says at the field why', async () => {
    const { create } = open();
    await fill(await field(/Version/), 'x');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(
      await screen.findByText(
        'not written as it has to be, for example 4.17.21',
      ),
    ).toBeVisible();
    expect(screen.getByText('needed')).toBeVisible();
    expect(create).not.toHaveBeenCalled();
  });

  it('asks for approval where the policy wants one', async () => {
    const { policy } = examplePreview();
    open({
      preview: async () =>
        examplePreview({ policy: { ...policy, result: 'ask' }, queue: null }),
    });
    expect(
      await screen.findByText(/^Waits for approval under policy services v3/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Ask for approval' }),
    ).toBeEnabled();
  });

  it('says what it would wait for', async () => {
    const held = {
      reason: 'review_capacity' as const,
      since: '2026-11-20T08:00:00.000Z',
    };
    open({
      preview: async () => examplePreview({ queue: { position: 3, held } }),
    });
    expect(
      await screen.findByText(/^Waits for a free review slot, then starts/),
    ).toBeVisible();
  });

  it('says what is still needed, and does not scold', async () => {
    const violation = { rule: 'required', hint: 'given' };
    open({
      preview: async () =>
        refusedPreview({
          code: 'PARAMETERS_INVALID',
          violations: [
            { ...violation, field: 'parameters.dependency' },
            { ...violation, field: 'parameters.version' },
          ],
        }),
    });
    expect(
      await screen.findByText('Still needed: Dependency, Version'),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('puts a denial in the place of the sentence, with what to do', async () => {
    const { create } = open({ preview: async () => refusedPreview({}) });
    expect(await screen.findByText('Ask the operators.')).toBeVisible();
    expect(screen.getByText('Error code POLICY_DENIED')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    await fill(await field(/Version/), '1');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(create).not.toHaveBeenCalled();
  });

  it('opens the setting that the policy refuses', async () => {
    open({
      preview: async ({ baseRef }) =>
        baseRef === 'x'
          ? refusedPreview({
              code: 'BASE_REF_NOT_ALLOWED',
              message: 'Not this branch.',
            })
          : examplePreview(),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'More settings' }),
    );
    const branch = screen.getByRole('textbox', { name: 'Base branch' });
    await fill(branch, 'x');
    await waitFor(() =>
      expect(branch).toHaveAccessibleDescription('Not this branch.'),
    );
  });

  it('asks for a branch where the policy takes no pull request', async () => {
    open({
      preview: async ({ createPullRequest }) =>
        createPullRequest
          ? refusedPreview({ code: 'PULL_REQUEST_NOT_ALLOWED' })
          : examplePreview(),
    });
    expect(await screen.findByText(/a branch, no pull request/)).toBeVisible();
  });

  it('names the task that somebody already runs, and runs another if that is meant', async () => {
    const { create } = open({
      preview: async ({ allowDuplicate }) =>
        allowDuplicate
          ? examplePreview()
          : refusedPreview({ code: 'DUPLICATE_TASK_SUSPECTED' }),
    });
    await fillIn();
    expect(await screen.findByText('Somebody already runs this')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run' })).toBeDisabled();
    const links = await screen.findAllByRole('link', {
      name: 'Upgrade lodash',
    });
    expect(links[0]).toHaveAttribute(
      'href',
      `/agent-tasks/tasks/${exampleRow().id}`,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Run another one nevertheless' }),
    );
    expect(await screen.findByText(/You run it a second time/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(create.mock.calls[0][0]).toMatchObject({ allowDuplicate: true }),
    );
  });

  it('keeps what was typed when no answer comes', async () => {
    const create = jest.fn().mockRejectedValue(new TypeError('fetch failed'));
    open({ create });
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByText('No answer came')).toBeVisible();
    expect(await field(/Dependency/)).toHaveValue('lodash');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(create).toHaveBeenCalledTimes(2));
    const [first, second] = create.mock.calls.map(call => call[1]);
    expect(second).toEqual(first);
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

describe('the address of the dialog', () => {
  it('leaves it when it is closed, and gives the button its focus', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(address()).toBe('/');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Run agent task' }),
      ).toHaveFocus(),
    );
  });

  it('names the template that was chosen', async () => {
    open({}, { search: '?run' });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Upgrade a dependency/ }),
    );
    expect(address()).toBe(`/?run=${bumpRef}`);
    expect(await field(/Dependency/)).toBeVisible();
  });

  it('may name one that is not there', async () => {
    open({}, { search: '?run=<b>gone</b>' });
    expect(
      await screen.findByText(/The link names the template “<b>gone<\/b>”/),
    ).toBeVisible();
  });

  it('leads to the reasons of a template that does not fit', async () => {
    const other = exampleTemplate({
      ref: 'agenttasktemplate:default/other',
      title: 'Other',
      trusted: false,
      fits: false,
      reasons: ['It is made for websites.'],
    });
    open(
      {},
      {
        search: '?run=other',
        templates: async () => ({ items: [exampleTemplate(), other] }),
      },
    );
    expect(await screen.findByText('It is made for websites.')).toBeVisible();
    expect(screen.getByText('Untrusted')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Other/ })).toBeNull();
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
