import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Scene } from '../Scene';
import { until } from '../until';

/** Until every replica has told somebody that it has no database. */
export async function untilRefused({ apis, signal }: Scene): Promise<void> {
  await Promise.all(
    apis.map((api, replica) =>
      until(
        `replica ${replica} to miss its database`,
        async () => {
          const answer = await api.tasks.list({ limit: 1 }).catch(told => told);
          return (
            answer instanceof AgentTasksResponseError &&
            answer.code === 'DATABASE_UNAVAILABLE'
          );
        },
        { signal },
      ),
    ),
  );
}
