import { ManualClock } from '@agent-tasks/github-simulator';

/** Lets the whole process read this clock: what asks for the time of day is then simulated too. */
export async function inTimeOf<T>(
  clock: ManualClock,
  work: () => Promise<T>,
): Promise<T> {
  const real = Date.now;
  Date.now = () => clock.now();
  try {
    return await work();
  } finally {
    Date.now = real;
  }
}
