import {
  AgentTasksApi,
  AgentTasksResponseError,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Scene } from '../Scene';
import { until } from '../until';
import { POOL } from './openFaultScene';

/** Until every replica has told somebody that it has no database. */
export async function untilRefused({ apis, signal }: Scene): Promise<void> {
  await Promise.all(
    apis.map((api, replica) =>
      until(`replica ${replica} to miss its database`, () => refusesOne(api), {
        signal,
      }),
    ),
  );
}

/** Asks more often than there are connections: whoever gets one may wait for as long as it takes. */
async function refusesOne(api: AgentTasksApi): Promise<boolean> {
  const over = new AbortController();
  const asks = Array.from({ length: POOL.max + 1 }, async () => {
    const { signal } = over;
    const told = await api.tasks.list({ limit: 1 }, { signal }).catch(e => e);
    if (!isRefusal(told)) throw new Error('It has a database');
  });
  try {
    await Promise.any(asks);
    return true;
  } catch {
    return false;
  } finally {
    over.abort();
  }
}

function isRefusal(told: unknown): boolean {
  return (
    told instanceof AgentTasksResponseError &&
    told.code === 'DATABASE_UNAVAILABLE'
  );
}
