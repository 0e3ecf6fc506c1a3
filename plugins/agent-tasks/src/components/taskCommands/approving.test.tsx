import { act, fireEvent, screen } from '@testing-library/react';
import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
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

async function renderButton(task: Task, read: Task = task) {
  const send = jest.fn().mockResolvedValue({ ...task, status: 'waiting' });
  const api = fakeAgentTasksApi({
    tasks: { get: async () => read, act: send },
  });
  renderInPortal(
    <AgentTasksFrame client={createQueryClient()}>
      <ApproveButton task={task} />
    </AgentTasksFrame>,
    { api },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  return { send };
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
