import { judge, NOTHING_BROKEN } from './Judgement';
import { planKills } from './KillPlan';
import { postgresDatabase } from './postgresDatabase';
import { postgresUrl } from './postgresUrl';
import { report } from './report';
import { runKillTest } from './runKillTest';
import { openScene, Scene } from './Scene';
import { taskBody } from './Submissions';

const PATIENCE_MS = 600_000;

describe('three replicas on one PostgreSQL', () => {
  const plan = planKills({ tasks: 60, kills: 6, seed: 7 });
  const atOnce = 10;
  let scene: Scene;

  beforeAll(async () => {
    scene = await openScene({
      database: postgresDatabase(postgresUrl()),
      replicas: 3,
      tasks: plan.tasks + atOnce,
      seed: plan.seed,
    });
  }, PATIENCE_MS);

  afterAll(() => scene?.close(), PATIENCE_MS);

  it(
    'row 18: start no task twice and lose none, however often they are killed',
    async () => {
      const run = await runKillTest(scene, { plan });
      const judgement = judge(run.truth);
      process.stdout.write(report(scene, plan, run, judgement));
      expect(judgement).toEqual(NOTHING_BROKEN);
      expect(run.kills).toBeGreaterThanOrEqual(5);
    },
    PATIENCE_MS,
  );

  it('make one task of one key that all get at once', async () => {
    for (let round = 0; round < atOnce; round++) {
      const body = taskBody(scene, plan.tasks + round);
      const idempotencyKey = `at-once-${round}`;
      const answers = await Promise.all(
        scene.apis.map(api => api.tasks.create(body, { idempotencyKey })),
      );
      expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
      expect(answers.map(({ replayed }) => replayed).sort()).toEqual([
        false,
        true,
        true,
      ]);
    }
  });
});
