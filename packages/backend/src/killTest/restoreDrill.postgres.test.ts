import {
  AgentTasksApi,
  Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RunningSimulator } from '@agent-tasks/github-simulator';
import { PortalDatabase } from './PortalDatabase';
import { PostgresDatabase, postgresDatabase } from './postgresDatabase';
import { postgresUrl } from './postgresUrl';
import { startGitHub } from './startGitHub';
import { StartedReplicas, startReplicas } from './startReplicas';
import { taskBody } from './Submissions';
import { until } from './until';

const PATIENCE_MS = 600_000;
const TASKS = 20;

describe('a backup from before twenty starts', () => {
  let github: RunningSimulator;
  let backup: PostgresDatabase;
  let copy: PostgresDatabase;
  const open: { close(): Promise<void> }[] = [];
  const startsAt = { backup: NaN, end: NaN };

  /** Tasks at GitHub. */
  function starts(): number {
    return github.control.tasks().tasks.length;
  }

  async function portalOn(
    database: PortalDatabase,
    instance?: string,
  ): Promise<StartedReplicas> {
    const githubUrl = github.url;
    const portal = await startReplicas({
      count: 1,
      githubUrl,
      database,
      instance,
    });
    open.unshift(portal.replicas);
    return portal;
  }

  beforeAll(async () => {
    github = await startGitHub({ tasks: TASKS + 2, seed: 11 });
    const database = postgresDatabase(postgresUrl());
    open.push(database, github);
    // Nothing starts before the newest tasks were compared, which this keeps from happening.
    const unlisted = github.control.fault({
      kind: 'error_before',
      method: 'GET',
      path: '/agents/tasks',
      status: 503,
      times: null,
    });
    const { replicas, apis } = await portalOn(database);
    for (let task = 0; task < TASKS; task += 1) {
      await apis[0].tasks.create(taskBody({ github }, task));
    }
    await replicas.killAll();
    backup = await database.copy();
    copy = await database.copy();
    open.unshift(backup, copy);
    startsAt.backup = starts();
    github.control.withdrawFaults(unlisted.id);
    await replicas.refill();
    await untilAll(apis[0], 'tracking');
    await replicas.close();
    startsAt.end = starts();
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const one of open) await one.close();
  });

  async function untilAll(api: AgentTasksApi, phase: string): Promise<Task[]> {
    return until(`all tasks to be ${phase}`, async () => {
      const { items } = await api.tasks.list({ limit: 100 });
      return items.length === TASKS && items.every(task => task.phase === phase)
        ? Promise.all(items.map(({ id }) => api.tasks.get(id)))
        : undefined;
    });
  }

  const freezes = (database: PortalDatabase) =>
    database.withTables(knex =>
      knex('freeze').select('scope_kind', 'by', 'reason', 'refuse'),
    );

  it('was made before any of them', () => {
    expect(startsAt).toEqual({ backup: 0, end: TASKS });
  });

  it(
    'row 17: is frozen when it is restored, all twenty are adopted, and none is sent again',
    async () => {
      const { apis, replicas } = await portalOn(backup);
      const adopted = await untilAll(apis[0], 'tracking');
      expect(adopted.every(({ flags }) => flags.includes('recovered'))).toBe(
        true,
      );
      expect(new Set(adopted.map(({ provider }) => provider.taskId)).size).toBe(
        TASKS,
      );
      const { task } = await apis[0].tasks.create(taskBody({ github }, TASKS));
      await until('the next task to say why it waits', async () => {
        const { held } = await apis[0].tasks.get(task.id);
        return held?.reason === 'frozen';
      });
      await replicas.close();
      expect(await freezes(backup)).toEqual([
        expect.objectContaining({
          scope_kind: 'all',
          by: 'system',
          reason: expect.stringContaining('restored from a backup'),
        }),
      ]);
      expect(starts()).toBe(TASKS);
    },
    PATIENCE_MS,
  );

  it(
    'row 17: asks GitHub nothing under another name',
    async () => {
      github.control.forgetRequests();
      const { apis, replicas } = await portalOn(copy, 'staging');
      await until(
        'the copy to be frozen',
        async () => (await freezes(copy)).length > 0,
      );
      await expect(
        apis[0].tasks.create(taskBody({ github }, TASKS + 1)),
      ).rejects.toMatchObject({ code: 'FROZEN' });
      const { items } = await apis[0].tasks.list({ limit: 100 });
      expect(items.map(({ phase }) => phase)).toEqual(
        Array.from({ length: TASKS }, () => 'queued'),
      );
      await replicas.close();
      expect(github.control.requests().total).toBe(0);
      expect(starts()).toBe(TASKS);
    },
    PATIENCE_MS,
  );
});
