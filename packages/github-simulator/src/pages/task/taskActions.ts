import { answerTask, stopTask } from '../../agents/orderTask';
import { GitHubError } from '../../api/GitHubError';
import { isActive, latestSession } from '../../state/tasks';
import { Repository, Task } from '../../state/World';
import { requireText, requireWriter } from '../act';
import { isAnswered } from './isAnswered';
import { Visit } from '../layout/Visit';

type TaskAction = (visit: Visit, task: Task, text: string) => string;

/** What a person does to a task on its page; each says the word it is confirmed with. */
const actions: Record<string, TaskAction> = {
  answer({ world, simulator, person, now }, task, text) {
    requireText(text, 'an answer');
    const session = latestSession(task);
    const { question, updatedAt: askedAt } = session;
    if (isAnswered(session))
      throw new GitHubError(409, 'The agent has an answer already.');
    if (!answerTask(world, simulator.settings, task, now))
      throw new GitHubError(409, 'The agent does not wait for an answer now.');
    session.answers = [
      ...(session.answers ?? []),
      { question, askedAt, text, login: person.login, at: now },
    ];
    task.updatedAt = now;
    return 'answered';
  },

  cancel({ world, simulator, now }, task) {
    if (!isActive(task))
      throw new GitHubError(409, 'The agent has ended already.');
    stopTask(world, simulator.settings, task, now);
    return 'cancelled';
  },
};

/**
 * @returns the word the page confirms it with; undefined if there is no such action
 * @throws GitHubError in words for the page
 */
export function actOnTask(
  visit: Visit,
  task: Task,
  repository: Repository,
  action: string,
  text: string,
): string | undefined {
  if (!Object.prototype.hasOwnProperty.call(actions, action)) return undefined;
  requireWriter(visit, repository);
  return actions[action](visit, task, text);
}
