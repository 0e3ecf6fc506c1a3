import {
  noLimits,
  RunningSimulator,
  startSimulator,
} from '@agent-tasks/github-simulator';
import { worldOf } from './world';

/** A simulated GitHub with a repository for each task. */
export function startGitHub(options: {
  tasks: number;
  seed: number;
}): Promise<RunningSimulator> {
  return startSimulator({
    world: worldOf(options.tasks),
    port: 0,
    seed: options.seed,
    settings: {
      script: 'works',
      limits: noLimits,
      listingLagSeconds: 2,
      // A new task shows its prompt after 2 to 6 s, where GitHub takes up to a minute.
      speed: 10,
    },
  });
}
