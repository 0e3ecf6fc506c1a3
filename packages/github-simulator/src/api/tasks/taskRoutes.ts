import { Repository, Task } from '../../state/World';
import { mayOn, repositoryById } from '../../state/repositories';
import { stateOf, tasksOf } from '../../state/tasks';
import { requireAgent, requireAgentTasks, visibleRepository } from '../access';
import { notFound } from '../GitHubError';
import { paginate } from '../paging';
import { Answer, Call, Route } from '../Route';
import { createTask } from './createTask';
import { presentTask, presentTaskWithSessions } from './presentTask';

/** The filters and the order that both lists share. `since` is about the last update, not the creation. */
function select({ query, now }: Call, tasks: Task[]): Task[] {
  const states = query.state ? String(query.state).split(',') : null;
  const archived = query.is_archived === true;
  const since = query.since ? Date.parse(String(query.since)) : null;
  const key = query.sort === 'created_at' ? 'createdAt' : 'updatedAt';
  const sign = query.direction === 'asc' ? 1 : -1;
  return tasks
    .filter(
      task =>
        task.listedAt <= now &&
        (task.archivedAt !== null) === archived &&
        (states === null || states.includes(stateOf(task))) &&
        (since === null || task.updatedAt >= since),
    )
    .sort(
      (one, other) =>
        sign * (one[key] - other[key] || one.ordinal - other.ordinal),
    );
}

function answerList(call: Call, tasks: Task[]): Answer {
  const page = paginate(select(call, tasks), call, 'found at the end');
  return {
    status: 200,
    headers: page.headers,
    body: {
      tasks: page.items.map(task =>
        presentTask(call.world, task, call.simulator.origin),
      ),
    },
  };
}

function answerTask(call: Call, task: Task): Answer {
  const { world, simulator, now } = call;
  return {
    status: 200,
    body: presentTaskWithSessions(world, task, simulator.origin, now),
  };
}

function sees({ viewer, token }: Call, repository: Repository | undefined) {
  return repository !== undefined && mayOn(repository, viewer, token, 'read');
}

export const taskRoutes: Route[] = [
  {
    method: 'POST',
    path: '/agents/repos/{owner}/{repo}/tasks',
    answer: createTask,
  },
  {
    method: 'GET',
    path: '/agents/repos/{owner}/{repo}/tasks',
    answer: call => {
      const repository = visibleRepository(call);
      requireAgentTasks(call, 'read');
      requireAgent(repository, call.now);
      const creators = call.query.creator_id as number[] | undefined;
      const tasks = tasksOf(call.world, repository.id).filter(
        task => !creators || creators.includes(task.creatorId),
      );
      return answerList(call, tasks);
    },
  },
  {
    method: 'GET',
    path: '/agents/repos/{owner}/{repo}/tasks/{task_id}',
    answer: call => {
      const repository = visibleRepository(call);
      requireAgentTasks(call, 'read');
      const task = call.world.tasks[call.params.task_id];
      if (!task || task.repositoryId !== repository.id) throw notFound();
      return answerTask(call, task);
    },
  },
  {
    method: 'GET',
    path: '/agents/tasks',
    answer: call => {
      requireAgentTasks(call, 'read');
      const mine = Object.values(call.world.tasks).filter(
        task =>
          task.creatorId === call.viewer.id &&
          sees(call, repositoryById(call.world, task.repositoryId)),
      );
      return answerList(call, mine);
    },
  },
  {
    method: 'GET',
    path: '/agents/tasks/{task_id}',
    answer: call => {
      requireAgentTasks(call, 'read');
      const task = call.world.tasks[call.params.task_id];
      if (!task || !sees(call, repositoryById(call.world, task.repositoryId))) {
        throw notFound();
      }
      return answerTask(call, task);
    },
  },
];
