import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentType } from 'react';
import { createQueryClient } from '../../hooks/client/queryClient';
import { exampleTask } from '../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { hostileTitle, hostileTitleShown } from '../../testing/hostileTitle';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { AcceptDialog } from './AcceptDialog';
import { CancelDialog } from './CancelDialog';
import { RejectDialog } from './RejectDialog';
import { ResolveDialog } from './ResolveDialog';
import { RunAgainDialog } from './RunAgainDialog';

type Dialog = ComponentType<{ task: Task; onClose: () => void }>;

async function open(Asking: Dialog, task: Task = exampleTask()) {
  const send = jest.fn().mockResolvedValue(task);
  const onClose = jest.fn();
  renderInPortal(
    <AgentTasksFrame client={createQueryClient()}>
      <Asking task={task} onClose={onClose} />
    </AgentTasksFrame>,
    { api: fakeAgentTasksApi({ tasks: { act: send } }) },
  );
  await screen.findByRole('dialog');
  return { send, onClose, user: userEvent.setup() };
}

const press = (name: string) =>
  fireEvent.click(screen.getByRole('button', { name }));

const fill = (field: HTMLElement, value: string) =>
  fireEvent.change(field, { target: { value } });

describe('the dialogs of commands', () => {
  it.each([
    ['accept', AcceptDialog],
    ['cancel', CancelDialog],
    ['reject', RejectDialog],
    ['resolve', ResolveDialog],
    ['run again', RunAgainDialog],
  ])('%s shows a title whole and as text', async (_, Asking) => {
    await open(Asking, exampleTask({ title: hostileTitle }));
    expect(screen.getByRole('dialog')).toHaveAccessibleName(
      expect.stringContaining(`“${hostileTitleShown}”`),
    );
  });

  it('cancel says that the agent is stopped and what it pushed stays', async () => {
    const { send, onClose } = await open(CancelDialog);
    expect(
      screen.getByText(/Stops the agent; what it pushed stays/),
    ).toBeVisible();
    press('Cancel task');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(exampleTask().id, 'cancel', {}),
    );
  });

  it('cancel says of a task that never started that nothing was changed', async () => {
    await open(CancelDialog, exampleTask({ attempts: 0, startedAt: null }));
    expect(screen.getByText(/nothing was changed/)).toBeVisible();
  });

  it('reject needs a reason, and Ctrl+Enter sends it', async () => {
    const { send, user } = await open(RejectDialog);
    expect(screen.getByRole('button', { name: 'Reject task' })).toBeDisabled();
    expect(screen.getByLabelText(/Reason/)).toHaveFocus();
    await user.keyboard('Not this week{Control>}{Enter}{/Control}');
    expect(send).toHaveBeenCalledWith(exampleTask().id, 'reject', {
      reason: 'Not this week',
    });
  });

  it('keep what was typed when the backend refuses, and say why', async () => {
    const { send, onClose } = await open(RejectDialog);
    send.mockRejectedValue(
      await refusal(409, {
        code: 'TASK_STATE_CONFLICT',
        message: 'The task is not waiting for approval.',
        remediation: 'Read the task again.',
      }),
    );
    fill(screen.getByLabelText(/Reason/), 'No');
    press('Reject task');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /not waiting for approval.*Read the task again.*TASK_STATE_CONFLICT/,
    );
    expect(screen.getByLabelText(/Reason/)).toHaveValue('No');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('accept sends outcome and reason', async () => {
    const { send } = await open(AcceptDialog);
    fireEvent.click(screen.getByLabelText('It did not work out'));
    fill(screen.getByLabelText(/^Reason/), 'Merged, but not a win');
    press('Save judgement');
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(exampleTask().id, 'accept', {
        outcome: 'failed',
        reason: 'Merged, but not a win',
      }),
    );
  });

  it('resolve says what each way means, and asks for the id only to adopt', async () => {
    const { send } = await open(ResolveDialog);
    expect(
      screen.getByText(/If it runs after all, it runs twice/),
    ).toBeVisible();
    fill(screen.getByLabelText(/Reason/), 'Looked on GitHub');
    expect(screen.getByRole('button', { name: 'Settle it' })).toBeDisabled();
    fill(screen.getByLabelText(/Id of the task/), 'a1b2');
    press('Settle it');
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    expect(send).toHaveBeenCalledWith(exampleTask().id, 'resolve', {
      decision: 'adopt',
      providerTaskId: 'a1b2',
      reason: 'Looked on GitHub',
    });
    fireEvent.click(screen.getByLabelText(/It never started/));
    expect(screen.queryByLabelText(/Id of the task/)).toBeNull();
  });

  it('resolve confirms the attempt that was on the screen when it opened, and no later one', async () => {
    const task = exampleTask({ attempts: 2 });
    const { send, onClose } = await open(ResolveDialog, task);
    send.mockRejectedValue(
      await refusal(412, { code: 'REVISION_CONFLICT', message: 'Changed.' }),
    );
    fireEvent.click(screen.getByLabelText(/It never started/));
    fill(screen.getByLabelText(/Reason/), 'Looked on GitHub');
    press('Settle it');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Another start was tried while you looked/,
    );
    expect(send).toHaveBeenCalledWith(task.id, 'resolve', {
      decision: 'confirm-not-started',
      attempt: 2,
      reason: 'Looked on GitHub',
    });
    expect(screen.getByRole('button', { name: 'Settle it' })).toBeDisabled();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('run again after a time limit asks for a narrower scope', async () => {
    const failure = {
      class: 'timed_out',
      at: '',
      untrustedText: null,
    } as const;
    const { send } = await open(RunAgainDialog, exampleTask({ failure }));
    fill(screen.getByLabelText(/Only these files/), 'src/**');
    press('Run again');
    await waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    expect(send).toHaveBeenCalledWith(
      exampleTask().id,
      'retry',
      { scope: { files: ['src/**'] } },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('run again after a conflict asks for a rebase', async () => {
    await open(RunAgainDialog, exampleTask({ attentionReason: 'conflict' }));
    expect(screen.getByLabelText(/Tell the next run/)).toHaveValue(
      'Rebase the branch onto main and resolve the conflicts. Change nothing else.',
    );
    expect(screen.getByRole('checkbox')).toBeChecked();
  });

  it('run again is not offered to an account that may not', async () => {
    const failure = {
      class: 'permission_denied',
      at: '',
      untrustedText: null,
    } as const;
    await open(RunAgainDialog, exampleTask({ failure }));
    expect(screen.getByText(/would be refused again/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
  });
});
