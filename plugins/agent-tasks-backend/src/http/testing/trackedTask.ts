import {
  ProviderTask,
  Task as ApiTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleEventWith } from '../../domain/testing/exampleTask';
import { Api } from './startApi';

/** What the provider has for a task of ours. */
export function theirTask(
  { id }: { id: string },
  over: Partial<ProviderTask> = {},
): ProviderTask {
  return {
    id: `p-${id}`,
    state: 'in_progress',
    createdAt: Date.now(),
    repositoryId: '77',
    creatorId: '5',
    url: 'https://github.com/copilot/tasks/p1',
    artifacts: [],
    raw: null,
    ...over,
  };
}

/** A task that was started, and of which the provider says this now. */
export async function trackedTask(api: Api, state: string): Promise<ApiTask> {
  const task = await api.create();
  await api.happen(task.id, 'preflighted', 'claimed');
  const { epoch } = await api.stored(task.id);
  const providerTask = theirTask(task, { state });
  await api.happen(
    task.id,
    exampleEventWith('created', { epoch, providerTask }),
    exampleEventWith('observed', { providerTask, sentAt: Date.now() }),
  );
  return task;
}
