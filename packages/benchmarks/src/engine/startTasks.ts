import { ManualClock, RunningSimulator } from '@agent-tasks/github-simulator';
import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import { EngineSettings } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { Dice } from '../tasks/Dice';
import { identityName, REPOSITORIES } from './GitHub';
import { passesOf } from './passes';
import { submit } from './submit';

/** With one start a second and identity, as GitHub wants it, ten thousand tasks would take hours. */
const WITHOUT_PACE: Partial<EngineSettings> = { paceMs: 0, batch: 20 };
const SECOND = 1_000;
const STEP = 10 * SECOND;
/** Of those that begin together: they then begin as far apart as they would with the pace. */
const STEPS = REPOSITORIES / 10;
/** After these, the agents have opened their drafts and we have read them. */
const LAST_STEPS = 42;

/** How much simulated time `startTasks` takes, milliseconds. */
export function timeToStart(active: number): number {
  return (Math.ceil(active / REPOSITORIES) * STEPS + LAST_STEPS) * STEP;
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
  const live = async (parts: EngineParts, steps: number) => {
    const pass = passesOf(parts);
    for (let step = 0; step < steps; step++) {
      clock.advance(STEP);
      await pass();
    }
  };
  for (let first = 0; first < active; first += REPOSITORIES) {
    const parts = engineWith(WITHOUT_PACE);
    const end = Math.min(first + REPOSITORIES, active);
    for (let number = first; number < end; number++) {
      const identity = identityName(number % identities);
      await submit(parts, host, number, dice, identity);
    }
    await live(parts, STEPS);
  }
  await live(engineWith(WITHOUT_PACE), LAST_STEPS);
  // A start that did not come through is tried again, but not at once.
  const { created } = github.control.tasks();
  if (created < active) throw new Error(`${created} began, not ${active}`);
}
