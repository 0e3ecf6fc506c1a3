import { judge, NOTHING_BROKEN } from './Judgement';
import { KillPlan, planKills } from './KillPlan';
import { report } from './report';
import { KillTestRun, runKillTest } from './runKillTest';
import { openScene, Scene, SceneOptions } from './Scene';
import { sqliteDatabase } from './sqliteDatabase';

const PATIENCE_MS = 600_000;

describe('a portal of one process, on SQLite', () => {
  let scene: Scene;

  async function open(options: Omit<SceneOptions, 'database' | 'replicas'>) {
    const database = await sqliteDatabase();
    scene = await openScene({ database, replicas: 1, ...options });
  }

  afterEach(() => scene.close());

  it(
    'starts no task twice and loses none, however often it is killed',
    async () => {
      const plan = planKills({ tasks: 60, kills: 6, seed: 5 });
      await open(plan);
      const run = await runKillTest(scene, { plan });
      const judgement = judge(run.truth);
      process.stdout.write(report(scene, plan, run, judgement));
      expect(judgement).toEqual(NOTHING_BROKEN);
      expect(run.kills).toBeGreaterThanOrEqual(5);
      expect(unclearStarts(run)).toBeGreaterThanOrEqual(5);
    },
    PATIENCE_MS,
  );

  it.each(['sends again', 'takes 5xx for not sent'] as const)(
    'is found out when it %s',
    async rule => {
      const tasks = 6;
      await open({ tasks, seed: 1, rule });
      const plan: KillPlan = {
        ...{ tasks, seed: 1, kills: [] },
        faults: [{ nth: 2, kind: 'error_after' }],
      };
      const run = await runKillTest(scene, { plan });
      const judgement = judge(run.truth);
      process.stdout.write(report(scene, plan, run, judgement));
      const { secondStarts, resent } = judgement;
      expect(secondStarts).toHaveLength(1);
      expect(resent).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});

/** Faults that hit: a plan whose faults never came to pass shows nothing. */
function unclearStarts({ faults }: KillTestRun): number {
  return faults.filter(({ hit }) => hit > 0).length;
}
