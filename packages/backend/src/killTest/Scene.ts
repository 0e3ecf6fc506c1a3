import { RunningSimulator } from '@agent-tasks/github-simulator';
import { PortalDatabase } from './PortalDatabase';
import { startGitHub } from './startGitHub';
import {
  ReplicasOptions,
  StartedReplicas,
  startReplicas,
} from './startReplicas';

/** A simulated GitHub, a database, and the replicas of one portal between them. */
export interface Scene extends StartedReplicas {
  github: RunningSimulator;
  database: PortalDatabase;
  /** Aborted when the scene closes. */
  signal: AbortSignal;
  close(): Promise<void>;
}

export interface SceneOptions
  extends Pick<ReplicasOptions, 'database' | 'rule' | 'hasPeople'> {
  replicas: number;
  tasks: number;
  seed: number;
}

/** Takes the database over: it is closed with the scene, also when the scene never opens. */
export async function openScene({
  replicas: count,
  tasks,
  seed,
  ...options
}: SceneOptions): Promise<Scene> {
  const { database } = options;
  const github = await startGitHub({ tasks, seed });
  const closing = new AbortController();
  try {
    const started = await startReplicas({
      ...options,
      count,
      githubUrl: github.url,
    });
    return {
      ...started,
      github,
      database,
      signal: closing.signal,
      async close() {
        closing.abort();
        await started.replicas.close();
        await database.close();
        await github.close();
      },
    };
  } catch (error) {
    await database.close();
    await github.close();
    throw error;
  }
}
