import { ManualClock, RunningSimulator } from '@agent-tasks/github-simulator';
import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import { EngineSettings } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { Dice } from '../tasks/Dice';
import { identityName, REPOSITORIES } from './GitHub';
import { passesOf } from './passes';
import { submit } from './submit';

/** With one start a second and identity, as GitHub wants it, ten thousand tasks would take hours. */
const WITHOUT_PACE: Partial<EngineSettings> = { paceMs: 0, batch: 40 };
const SECOND = 1_000;
const STEP = 15 * SECOND;
/** After these, the agent has opened its draft and we have read it. */
const STEPS = 28;

/** How much simulated time `startTasks` takes, milliseconds. */
export function timeToStart(active: number): number {
  return Math.ceil(active / REPOSITORIES) * STEPS * STEP;
}

/**
 * Starts so many tasks and follows them until nothing changes any more, some at a time: one in each
 * repository.
 *
 * @param engineWith - a new engine each time: none of them uses up its share of requests
 */
export async function startTasks(
  engineWith: (settings: Partial<EngineSettings>) => EngineParts,
  { github, clock }: { github: RunningSimulator; clock: ManualClock },
  active: number,
  identities: number,
): Promise<void> {
  const { host } = new URL(github.url);
  const dice = new Dice(5);
  for (let first = 0; first < active; first += REPOSITORIES) {
    const parts = engineWith(WITHOUT_PACE);
    const pass = passesOf(parts);
    const end = Math.min(first + REPOSITORIES, active);
    for (let number = first; number < end; number++) {
      const identity = identityName(number % identities);
      await submit(parts, host, number, dice, identity);
    }
    for (let step = 0; step < STEPS; step++) {
      clock.advance(STEP);
      await pass();
    }
    const { created } = github.control.tasks();
    if (created < end) throw new Error(`${created} tasks began, not ${end}`);
  }
}
