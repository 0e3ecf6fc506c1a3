import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createQueryClient } from '../../hooks/client/queryClient';
import { pendingCommands, UNDO_MS } from '../../hooks/commands/PendingCommands';
import { exampleTask } from '../../testing/exampleTask';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { AnswerBox } from './AnswerBox';
import { AssignButton } from './AssignButton';

const asked = exampleTask();

function Changing(props: { task: Task; next: Task }) {
  const [task, setTask] = useState(props.task);
  return (
    <>
      <AnswerBox task={task} />
      <AssignButton task={task} />
      <button onClick={() => setTask(props.next)}>The agent goes on</button>
    </>
  );
}

function renderBox(task: Task, next: Task = task) {
  const send = jest.fn().mockResolvedValue(task);
  const update = jest.fn().mockResolvedValue(task);
  renderInPortal(
    <AgentTasksFrame client={createQueryClient()}>
      <Changing task={task} next={next} />
    </AgentTasksFrame>,
    {
      api: fakeAgentTasksApi({
        tasks: { act: send, update, get: async () => task },
      }),
    },
  );
  return { send, update };
}

const byComment = exampleTask({
  answer: { mode: 'comment', url: null, pullRequest: 214 },
});

describe('answering an agent', () => {
  afterEach(() => {
    pendingCommands.undo(asked.id);
    jest.useRealTimers();
  });

  it('at the provider opens it there and puts the task to my name', async () => {
    const { update } = renderBox(asked);
    const link = await screen.findByRole('link', { name: /Answer on GitHub/ });
    expect(link).toHaveAttribute('href', asked.answer.url);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    // Stands once it is known who looks.
    await screen.findByRole('button', { name: 'Assign to me' });
    fireEvent.click(link);
    await waitFor(() =>
      expect(update).toHaveBeenCalledWith(
        asked.id,
        { assignee: 'user:default/ana' },
        { revision: 7 },
      ),
    );
  });

  it('at the provider leaves a task to whoever has it, and says so', async () => {
    const { update } = renderBox(exampleTask({ assignee: 'user:default/bo' }));
    expect(await screen.findByText('bo is on it')).toBeVisible();
    fireEvent.click(screen.getByRole('link', { name: /Answer on GitHub/ }));
    expect(update).not.toHaveBeenCalled();
  });

  it('can be told in ten seconds, or be taken back', async () => {
    const { send } = renderBox(asked);
    const done = await screen.findByRole('button', { name: 'I answered it' });
    jest.useFakeTimers();
    fireEvent.click(done);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    fireEvent.click(screen.getByRole('button', { name: 'I answered it' }));
    await act(async () => jest.advanceTimersByTime(UNDO_MS));
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      asked.id,
      'answer',
      { answeredAtProvider: true },
      // Also when the page goes meanwhile.
      { keepalive: true },
    );
  });

  it.each(['data:text/html,x', 'https://github.com.evil.example/a', null])(
    'never leads to %s',
    async url => {
      renderBox(
        exampleTask({
          answer: { mode: 'at_provider', url, pullRequest: null },
        }),
      );
      expect(
        await screen.findByText(/no link that may be followed/),
      ).toBeVisible();
      expect(screen.queryByRole('link')).toBeNull();
    },
  );

  it('by comment says where it goes and as whom, and sends with Ctrl+Enter', async () => {
    const { send } = renderBox(byComment);
    const user = userEvent.setup();
    expect(
      await screen.findByText(/Comments @copilot on #214 as acme-agent/),
    ).toBeVisible();
    await user.type(screen.getByLabelText('Your answer'), 'Use v4');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(send).toHaveBeenCalledWith(asked.id, 'answer', {
      message: 'Use v4',
    });
  });

  it('by comment takes at most 4,000 characters and says how many are too many', async () => {
    const { send } = renderBox(byComment);
    fireEvent.change(await screen.findByLabelText('Your answer'), {
      target: { value: 'x'.repeat(4_002) },
    });
    expect(screen.getByText('2 characters too many')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send answer' })).toBeDisabled();
    expect(send).not.toHaveBeenCalled();
  });

  it('by comment keeps the words when they were refused', async () => {
    const { send } = renderBox(byComment);
    send.mockRejectedValue(
      await refusal(409, { code: 'FROZEN', message: 'Starts are frozen.' }),
    );
    fireEvent.change(await screen.findByLabelText('Your answer'), {
      target: { value: 'Use v4' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Send answer' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /frozen.*FROZEN/,
    );
    expect(screen.getByLabelText('Your answer')).toHaveValue('Use v4');
  });

  it('gives the words back when the agent no longer asks', async () => {
    renderBox(byComment, { ...byComment, allowedActions: [] });
    fireEvent.change(await screen.findByLabelText('Your answer'), {
      target: { value: 'Use v4' },
    });
    fireEvent.click(screen.getByText('The agent goes on'));
    expect(screen.getByText(/no longer waits for an answer/)).toBeVisible();
    expect(screen.getByText('Use v4')).toBeVisible();
  });

  it('that cannot be answered says what can be done instead', async () => {
    renderBox(
      exampleTask({ answer: { mode: 'none', url: null, pullRequest: null } }),
    );
    expect(
      await screen.findByText(/cannot be answered from here/),
    ).toBeVisible();
  });

  it('shows the question as text, whatever it holds', async () => {
    const { container } = await renderQuestion(
      '<img src=x onerror=alert(1)> \u202Eexe.ok [a](data:x)',
    );
    expect(
      screen.getByText(
        '<img src=x onerror=alert(1)> [U+202E]exe.ok [a](data:x)',
      ),
    ).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  async function renderQuestion(untrustedText: string) {
    renderBox(
      exampleTask({ question: { untrustedText, at: asked.createdAt } }),
    );
    await screen.findByText('Written by the agent');
    return { container: document.body };
  }
});
