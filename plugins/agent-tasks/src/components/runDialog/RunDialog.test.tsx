import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryClient } from '../../hooks/client/queryClient';
import { exampleTask } from '../../testing/exampleTask';
import { refusal } from '../../testing/refusal';
import {
  bumpRef,
  examplePreview,
  exampleRow,
  exampleTemplate,
  refusedPreview,
} from '../entityTab/__testUtils__/examples';
import {
  field,
  fill,
  fillIn,
  openRunDialog as open,
} from './__testUtils__/openRunDialog';

const sentence =
  'Starts now as acme-agent, about 120 credits, draft pull request, reviewed by payments';

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
      title: 'Upgrade a dependency: lodash',
    });
  });

  it('proposes a title that tells the task from its like, until one is typed', async () => {
    const { create } = open();
    await fillIn();
    await userEvent.click(
      screen.getByRole('button', { name: 'More settings' }),
    );
    const title = screen.getByRole('textbox', { name: 'Title' });
    expect(title).toHaveValue('Upgrade a dependency: lodash');
    await userEvent.clear(title);
    expect(title).toHaveValue('');
    await fill(title, 'Mine');
    await fill(await field(/Dependency/), '-es');
    expect(title).toHaveValue('Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(create.mock.calls[0][0]).toMatchObject({ title: 'Mine' }),
    );
  });

  it('leaves the title to the template where somebody empties it', async () => {
    const { create } = open();
    await fillIn();
    await userEvent.click(
      screen.getByRole('button', { name: 'More settings' }),
    );
    await userEvent.clear(screen.getByRole('textbox', { name: 'Title' }));
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.calls[0][0]).not.toHaveProperty('title');
  });

  it('shows the prompt as text', async () => {
    open();
    expect(
      await screen.findByText('Upgrade lodash to <b>4.17.21</b>.'),
    ).toBeVisible();
  });

  it('marks in the prompt what was filled in, and leaves it text', async () => {
    open();
    await fillIn();
    await screen.findByText('lodash', { selector: 'mark' });
    const prompt = screen.getByRole('region', {
      name: 'What the agent is told',
    });
    expect(prompt).toHaveTextContent('Upgrade lodash to <b>4.17.21</b>.');
    const marks = [...prompt.querySelectorAll('mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual([
      'lodash',
      '4.17.21',
    ]);
    expect(prompt.querySelector('b')).toBeNull();
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

  it('names who is asked for approval, the first ones of many', async () => {
    const { policy } = examplePreview();
    open({
      preview: async () =>
        examplePreview({
          policy: { ...policy, result: 'ask' },
          queue: null,
          approvers: [
            'group:default/payments',
            'user:default/bo',
            'user:default/chidi',
            'user:default/dana',
            'user:default/ana',
          ],
        }),
    });
    expect(
      await screen.findByText(
        (_, node) =>
          /^Waits for approval by payments, bo, chidi, or 2 more under policy services v3, then starts as acme-agent/.test(
            node?.textContent ?? '',
          ),
        { selector: 'p' },
      ),
    ).toBeVisible();
  });

  it('says what the policy makes of the pull request, not what was wished', async () => {
    open({ preview: async () => examplePreview({ createPullRequest: false }) });
    expect(await screen.findByText(/a branch, no pull request/)).toBeVisible();
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
          : refusedPreview({
              code: 'DUPLICATE_TASK_SUSPECTED',
              details: { taskId: exampleRow().id },
            }),
      get: async id => exampleTask({ id, title: exampleRow().title }),
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

  it('leads to the task that is run already, also where it may not be read', async () => {
    const create = jest.fn().mockRejectedValue(
      await refusal(409, {
        code: 'DUPLICATE_TASK_SUSPECTED',
        message: 'An open task asks for the same.',
        details: { taskId: 'first' },
      }),
    );
    const denied = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
    });
    open({ create, get: () => Promise.reject(denied) });
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    const link = await screen.findByRole('link', { name: 'Open the task' });
    expect(link).toHaveAttribute('href', '/agent-tasks/tasks/first');
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
