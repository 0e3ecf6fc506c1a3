import { faultsReport, rateOf } from './faults/faultsReport';
import { openFaultScene } from './faults/openFaultScene';
import { FaultScene } from './faults/PortalFault';
import { portalFaults } from './faults/portalFaults';
import { RETRY_AFTER_SECONDS } from './faults/rateLimit';
import { FaultsRun, runFaults } from './faults/runFaults';
import { NOTHING_BROKEN } from './Judgement';
import { ROBOTS } from './world';

const PATIENCE_MS = 600_000;

describe('replicas whose surroundings fail while they start tasks', () => {
  const tasks = 24;
  const length = { rounds: 1, seconds: 8 };
  let scene: FaultScene;
  let run: FaultsRun;

  beforeAll(async () => {
    scene = await openFaultScene({
      replicas: 2,
      tasks: portalFaults.length * tasks,
      seed: 3,
    });
    run = await runFaults(scene, {
      faults: portalFaults,
      tasks,
      length,
      seed: 3,
    });
    process.stdout.write(faultsReport(run));
  }, PATIENCE_MS);

  afterAll(() => scene?.close(), PATIENCE_MS);

  it.each(portalFaults.map(({ name }, index) => ({ name, index })))(
    'start every task by themselves, and once: $name',
    ({ index }) => {
      const { asked, recovered, created } = run.faults[index];
      expect(asked).toBe(tasks);
      expect(created).toBe(tasks);
      expect(recovered / asked).toBeGreaterThanOrEqual(0.98);
    },
  );

  it('ask for a start under each account as seldom as GitHub says', () => {
    // Another may be on its way while an answer is saved. By its pace alone it would be 48.
    const times = 2 * Math.ceil(length.seconds / RETRY_AFTER_SECONDS);
    expect(run.turnedAway).toBeGreaterThan(0);
    expect(run.turnedAway).toBeLessThanOrEqual(ROBOTS * times);
  });

  it('start none twice, lose none, and never end', () => {
    expect(run.judgement).toEqual(NOTHING_BROKEN);
    expect(rateOf(run.faults)).toBeGreaterThanOrEqual(0.98);
    expect(run.ended).toBe(0);
  });
});
