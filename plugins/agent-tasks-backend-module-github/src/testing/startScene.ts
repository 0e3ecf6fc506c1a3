import { StartAsk } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { startWorld } from './startWorld';

/** A world with the steps that most stories about GitHub begin with. */
export async function startScene() {
  const world = await startWorld();
  const { provider, credential, repository } = world;

  const start = (changes: Partial<StartAsk> = {}, as = credential) =>
    provider.start(
      {
        repository,
        prompt: 'Say hello in the README.',
        baseRef: 'main',
        createPullRequest: true,
        ...changes,
      },
      as,
      () => true,
    );

  const startedTaskId = async (changes: Partial<StartAsk> = {}) => {
    const verdict = await start(changes);
    if (verdict.kind !== 'created') throw new Error(verdict.kind);
    return verdict.task.id;
  };

  const read = async (taskId: string) =>
    valueOf(await provider.read(taskId, credential));

  const pullRequestOf = async (taskId: string) => {
    const { artifacts: keys } = await read(taskId);
    const [pullRequest] = valueOf(
      await provider.artifacts([{ repository, keys }], credential),
    );
    return pullRequest;
  };

  const withPullRequest = async () => {
    const taskId = await startedTaskId();
    world.openPullRequest(taskId);
    return { taskId, pullRequest: await pullRequestOf(taskId) };
  };

  return {
    ...world,
    start,
    startedTaskId,
    read,
    pullRequestOf,
    withPullRequest,
  };
}
