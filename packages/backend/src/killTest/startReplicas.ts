import {
  AgentTasksApi,
  AgentTasksClient,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { freePort } from '../testing/PortalProcess';
import { BrokenRule } from './brokenRules';
import { portalConfig, SERVICE_TOKEN } from './portalConfig';
import { PortalDatabase } from './PortalDatabase';
import { Replicas } from './Replicas';

export interface ReplicasOptions {
  count: number;
  /** Where the simulated GitHub answers. */
  githubUrl: string;
  database: PortalDatabase;
  /** `agentTasks.instance`. */
  instance?: string;
  rule?: BrokenRule;
  hasPeople?: boolean;
}

/** The processes of one portal, and how to ask them. */
export interface StartedReplicas {
  replicas: Replicas;
  /** Addresses of the replicas, in their order. */
  urls: string[];
  /** The public API of each replica, asked by a service. */
  apis: AgentTasksApi[];
}

/** Until every one of them answers; none is left when one cannot start. */
export async function startReplicas(
  options: ReplicasOptions,
): Promise<StartedReplicas> {
  const { count, githubUrl, database, instance, rule, hasPeople } = options;
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  const replicas = new Replicas(
    ports.map(port => ({
      config: portalConfig({
        port,
        github: new URL(githubUrl).host,
        database: database.config,
        instance,
      }),
      rule,
      hasPeople,
    })),
  );
  try {
    await replicas.start();
  } catch (error) {
    await replicas.close();
    throw error;
  }
  const urls = ports.map(port => `http://127.0.0.1:${port}`);
  return { replicas, urls, apis: urls.map(url => apiAt(url, SERVICE_TOKEN)) };
}

/** The public API of one replica, for whoever holds the token. */
export function apiAt(url: string, token: string): AgentTasksApi {
  return new AgentTasksClient({
    discoveryApi: { getBaseUrl: async id => `${url}/api/${id}` },
    fetchApi: {
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}
