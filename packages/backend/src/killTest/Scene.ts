import {
  AgentTasksApi,
  AgentTasksClient,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';
import { freePort } from '../testing/PortalProcess';
import { BrokenRule } from './brokenRules';
import { portalConfig, SERVICE_TOKEN } from './portalConfig';
import { PortalDatabase } from './PortalDatabase';
import { Replicas } from './Replicas';
import { worldOf } from './world';

/** A simulated GitHub, a database, and the replicas of one portal between them. */
export interface Scene {
  github: RunningSimulator;
  database: PortalDatabase;
  replicas: Replicas;
  /** Addresses of the replicas, in their order. */
  urls: string[];
  /** The public API of each replica, asked by a service. */
  apis: AgentTasksApi[];
  /** Aborted when the scene closes. */
  signal: AbortSignal;
  close(): Promise<void>;
}

export interface SceneOptions {
  database: PortalDatabase;
  replicas: number;
  tasks: number;
  seed: number;
  rule?: BrokenRule;
  hasPeople?: boolean;
}

/** Takes the database over: it is closed with the scene, also when the scene never opens. */
export async function openScene(options: SceneOptions): Promise<Scene> {
  const { database, rule, hasPeople, seed } = options;
  const github = await startSimulator({
    world: worldOf(options.tasks),
    port: 0,
    seed,
    settings: {
      script: 'works',
      limits: noLimits,
      listingLagSeconds: 2,
      // A new task shows its prompt after 2 to 6 s, where GitHub takes up to a minute.
      speed: 10,
    },
  });
  const ports: number[] = [];
  for (let index = 0; index < options.replicas; index++) {
    ports.push(await freePort());
  }
  const replicas = new Replicas(
    ports.map(port => ({
      config: portalConfig({
        port,
        github: new URL(github.url).host,
        database: database.config,
      }),
      rule,
      hasPeople,
    })),
  );
  const closing = new AbortController();
  const close = async () => {
    closing.abort();
    await replicas.close();
    await database.close();
    await github.close();
  };
  try {
    await replicas.start();
  } catch (error) {
    await close();
    throw error;
  }
  const urls = ports.map(port => `http://127.0.0.1:${port}`);
  return {
    github,
    database,
    replicas,
    urls,
    apis: urls.map(url => apiAt(url, SERVICE_TOKEN)),
    signal: closing.signal,
    close,
  };
}

/** The public API of one replica, for whoever holds the token. */
function apiAt(url: string, token: string): AgentTasksApi {
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
