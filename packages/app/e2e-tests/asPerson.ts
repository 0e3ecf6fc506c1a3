import {
  AgentTasksClient,
  CreateTaskRequest,
  Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

const { PORTAL_URL, SIMULATOR_URL } = process.env;
const WAIT_SECONDS = 20;

/** The portal's API as one person of the demo. @param user - of examples/org.yaml */
export async function asPerson(user: string): Promise<AgentTasksClient> {
  const answer = await fetch(`${PORTAL_URL}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
  });
  const { backstageIdentity } = await answer.json();
  return new AgentTasksClient({
    discoveryApi: {
      getBaseUrl: async plugin => `${PORTAL_URL}/api/${plugin}`,
    },
    fetchApi: {
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${backstageIdentity.token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}

/** A dependency to upgrade in a service: the ask that every journey understands. */
export function upgrade(
  service: string,
  dependency: string,
  also: Partial<CreateTaskRequest> = {},
): CreateTaskRequest {
  return {
    template: 'agenttasktemplate:default/dependency-bump',
    entityRef: `component:default/${service}`,
    title: `Upgrade ${dependency} in ${service}`,
    parameters: { dependency, version: '2.0.0' },
    allowDuplicate: true,
    ...also,
  };
}

/** The task once it has come that far; the portal says when, nobody looks again and again. */
export async function untilTask(
  client: AgentTasksClient,
  id: string,
  isThere: (task: Task) => boolean,
): Promise<Task> {
  let task = await client.tasks.get(id);
  while (!isThere(task)) {
    const { revision } = task;
    const since = { revision, waitSeconds: WAIT_SECONDS };
    task = (await client.tasks.waitForChange(id, since)) ?? task;
  }
  return task;
}

/** Gives an order to the simulated GitHub. */
export async function orderGitHub(
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
): Promise<void> {
  const answer = await fetch(`${SIMULATOR_URL}/_simulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
}
