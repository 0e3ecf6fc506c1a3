import { Run, simulate, tellHistory, unreachedBy } from './simulate';
import { simulateHistory } from './simulateHistory';

const HISTORIES = 10_000;
const FIRST_SEED = 1;

// A minute on an idle core; a machine that does other things besides is slow, not wrong.
jest.setTimeout(1_800_000);

describe('a portal of several replicas that crash, stand still and lose answers', () => {
  let run: Run;
  beforeAll(async () => {
    run = await simulate({ firstSeed: FIRST_SEED, histories: HISTORIES });
  });

  it('starts at most once what it accepted, and loses nothing, in any history', async () => {
    const stories = await Promise.all(
      run.broken.map(({ seed }) => tellHistory(seed)),
    );
    expect(stories.join('\n\n')).toBe('');
    expect(run.histories).toBe(HISTORIES);
  });

  it('meets every kind of fault, and every step of a start in every phase', () => {
    expect(unreachedBy(run)).toEqual([]);
  });

  it('sends requests enough to break a promise by', () => {
    expect(run.posts).toBeGreaterThan(HISTORIES);
  });
});

it('a history is the same whenever it is told', async () => {
  for (const seed of [7, 8, 9]) {
    const once = await simulateHistory(seed, { isTold: true });
    const again = await simulateHistory(seed, { isTold: true });
    expect(once.journal.lines.length).toBeGreaterThan(5);
    expect(again.journal.lines).toEqual(once.journal.lines);
  }
});
