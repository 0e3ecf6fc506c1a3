import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { createQueryClient } from '../../hooks/client/queryClient';
import { exampleTask } from '../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { AcknowledgeButton } from './AcknowledgeButton';
import { AssignButton } from './AssignButton';
import { SnoozeMenu } from './SnoozeMenu';

function renderButtons(task: Task, fresh: Task = task) {
  const update = jest.fn().mockResolvedValue(task);
  renderInPortal(
    <AgentTasksFrame client={createQueryClient()}>
      <AssignButton task={task} />
      <SnoozeMenu task={task} />
      <AcknowledgeButton task={task} />
    </AgentTasksFrame>,
    { api: fakeAgentTasksApi({ tasks: { update, get: async () => fresh } }) },
  );
  return { update };
}

const tooLate = () =>
  refusal(412, {
    code: 'REVISION_CONFLICT',
    message: 'The task has changed since.',
  });

const assign = async () =>
  fireEvent.click(await screen.findByRole('button', { name: 'Assign to me' }));

describe('changing a task', () => {
  it('that somebody else has taken meanwhile tells who was quicker', async () => {
    const bos = exampleTask({ revision: 8, assignee: 'user:default/bo' });
    const { update } = renderButtons(exampleTask(), bos);
    update.mockRejectedValue(await tooLate());
    await assign();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'bo was quicker: it is assigned to bo.',
    );
    expect(update).toHaveBeenCalledTimes(1);
  });

  it('that only the machine has moved goes through with the newer revision', async () => {
    const { update } = renderButtons(
      exampleTask(),
      exampleTask({ revision: 9 }),
    );
    update.mockRejectedValueOnce(await tooLate());
    await assign();
    await waitFor(() => expect(update).toHaveBeenCalledTimes(2));
    expect(update).toHaveBeenLastCalledWith(
      exampleTask().id,
      { assignee: 'user:default/ana' },
      { revision: 9 },
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes over by name, and gives back what is mine', async () => {
    renderButtons(exampleTask({ assignee: 'user:default/bo' }));
    expect(
      await screen.findByRole('button', { name: 'Take over from bo' }),
    ).toBeVisible();
  });

  it('gives back what is mine', async () => {
    const { update } = renderButtons(
      exampleTask({ assignee: 'user:default/ana' }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Give back' }));
    await waitFor(() =>
      expect(update).toHaveBeenCalledWith(
        expect.anything(),
        { assignee: null },
        { revision: 7 },
      ),
    );
  });

  it('is put aside until a time that was chosen', async () => {
    const { update } = renderButtons(exampleTask());
    fireEvent.click(await screen.findByRole('button', { name: 'Snooze' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /tomorrow/ }));
    await waitFor(() =>
      expect(update).toHaveBeenCalledWith(
        expect.anything(),
        { snoozedUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
        { revision: 7 },
      ),
    );
  });

  it('acknowledges a failure, and nothing else', async () => {
    const { update } = renderButtons(exampleTask({ attention: 'failure' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Acknowledge' }));
    await waitFor(() =>
      expect(update).toHaveBeenCalledWith(
        expect.anything(),
        { acknowledged: true },
        { revision: 7 },
      ),
    );
  });

  it('is offered to nobody who may not', async () => {
    renderInPortal(
      <AgentTasksFrame client={createQueryClient()}>
        <p>Here</p>
        <AssignButton task={exampleTask({ allowedActions: [] })} />
        <SnoozeMenu task={exampleTask({ allowedActions: [] })} />
      </AgentTasksFrame>,
      { api: fakeAgentTasksApi() },
    );
    await screen.findByText('Here');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
