import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type {
  Task,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { createQueryClient } from '../../hooks/client/queryClient';
import { pendingCommands, UNDO_MS } from '../../hooks/commands/PendingCommands';
import { exampleTask } from '../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { ApproveButton } from './ApproveButton';

const digest = `sha256:${'ab'.repeat(32)}`;

const waiting = exampleTask({
  status: 'needs_approval',
  attention: 'approval',
  attentionReason: 'policy',
  approvalDigest: digest,
  prompt: 'Upgrade <b>lodash</b>',
  allowedActions: ['approve', 'reject'],
});

async function renderButton(
  task: Task,
  read: Task = task,
  earlier: readonly Task[] = [],
) {
  const send = jest.fn().mockResolvedValue({ ...task, status: 'waiting' });
  const list = jest.fn(async (_?: TaskQuery) => ({ items: [...earlier] }));
  const api = fakeAgentTasksApi({
    tasks: {
      get: async id => earlier.find(other => other.id === id) ?? read,
      list,
      act: send,
    },
  });
  renderInPortal(
    <AgentTasksFrame client={createQueryClient()}>
      <ApproveButton task={task} />
    </AgentTasksFrame>,
    { api },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  return { send, list };
}

/** In the dialog, once the prompt is there. */
async function sayYes() {
  const dialog = await screen.findByRole('dialog');
  await screen.findByText('Upgrade <b>lodash</b>');
  jest.useFakeTimers();
  fireEvent.submit(dialog.querySelector('form')!);
}

const pass = (ms: number) => act(async () => jest.advanceTimersByTime(ms));

describe('approving a task', () => {
  afterEach(() => {
    pendingCommands.undo(waiting.id);
    jest.useRealTimers();
  });

  it('shows what is approved before: who asked, policy, cost, and the prompt as text', async () => {
    await renderButton(waiting);
    expect(await screen.findByText('Upgrade <b>lodash</b>')).toBeVisible();
    expect(screen.getByText('services, version 3')).toBeVisible();
    expect(screen.getByText('120 credits')).toBeVisible();
    expect(screen.getByText('acme-agent')).toBeVisible();
    expect(screen.getByText('ana')).toBeVisible();
  });

  it('sends the digest that was seen, after ten seconds and not before', async () => {
    const { send } = await renderButton(waiting);
    await sayYes();
    expect(screen.getByText(/Approving…/)).toBeVisible();
    await pass(UNDO_MS - 1);
    expect(send).not.toHaveBeenCalled();
    await pass(1);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      waiting.id,
      'approve',
      { digest },
      // Also when the page goes meanwhile.
      { keepalive: true },
    );
  });

  it('sends nothing once it was undone', async () => {
    const { send } = await renderButton(waiting);
    await sayYes();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await pass(UNDO_MS);
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeVisible();
  });

  const approvedBefore = exampleTask({
    id: 'earlier',
    title: 'Upgrade <i>react</i>',
    policy: { id: 'services', version: 2, result: 'ask' },
    prompt: 'Be careful.\nUpgrade react\u202E.\nRun the tests.',
    createdAt: '2026-11-01T08:00:00.000Z',
  });
  const asked = {
    ...waiting,
    prompt: 'Be careful.\nUpgrade <b>lodash</b>.\nRun the tests.',
  };

  it('shows what differs from the last run that was approved, as text', async () => {
    const { list } = await renderButton(asked, asked, [
      // Nobody had to say yes to this one.
      exampleTask({ id: 'allowed', prompt: 'Upgrade anything.' }),
      approvedBefore,
    ]);
    const difference = await screen.findByRole('region', {
      name: 'What differs, line by line',
    });
    const lines = difference.textContent?.split('\n');
    expect(lines).toEqual([
      '  Be careful.',
      '− Upgrade react[U+202E].',
      '+ Upgrade <b>lodash</b>.',
      '  Run the tests.',
      '',
    ]);
    expect(
      screen.getByRole('link', { name: 'Upgrade <i>react</i>' }),
    ).toBeVisible();
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({
        template: [asked.template!.ref],
        repository: ['acme/payments-api'],
        createdBefore: asked.createdAt,
        direction: 'desc',
      }),
      expect.anything(),
    );
    expect(list.mock.calls[0][0]?.phase).not.toContain('pending_approval');
    expect(list.mock.calls[0][0]?.phase).not.toContain('rejected');
  });

  it.each([
    ['there is none', asked, [], /None was approved before/],
    [
      'the prompt is the same',
      asked,
      [{ ...approvedBefore, prompt: asked.prompt }],
      /was the same, word for word/,
    ],
    [
      'its prompt is kept from the reader',
      asked,
      [{ ...approvedBefore, prompt: null }],
      /may not see one of the two/,
    ],
    [
      'it came of no template',
      { ...asked, template: null },
      [approvedBefore],
      /has a prompt of its own/,
    ],
  ])(
    'says of the last approved run when %s',
    async (_, task, earlier, words) => {
      await renderButton(task, task, earlier);
      const part = await screen.findByRole('region', {
        name: 'Compared with the last approved run',
      });
      await waitFor(() => expect(part).toHaveTextContent(words));
      expect(screen.queryByRole('region', { name: /differs/ })).toBeNull();
    },
  );

  it('is not possible for a task that changed while it was looked at', async () => {
    await renderButton(waiting, {
      ...waiting,
      approvalDigest: `sha256:${'cd'.repeat(32)}`,
    });
    expect(await screen.findByText(/changed while you looked/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('says with code and next step that the backend refused it', async () => {
    const { send } = await renderButton(waiting);
    send.mockRejectedValue(
      await refusal(403, {
        code: 'SELF_APPROVAL_FORBIDDEN',
        message: 'Who asked for a task cannot approve it.',
        remediation: 'Ask another owner.',
      }),
    );
    await sayYes();
    await pass(UNDO_MS);
    await pass(0);
    expect(screen.getByRole('alert')).toHaveTextContent(
      /cannot approve it.*Ask another owner.*SELF_APPROVAL_FORBIDDEN/,
    );
  });
});
