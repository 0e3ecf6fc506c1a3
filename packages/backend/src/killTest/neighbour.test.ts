import { openScene, Scene } from './Scene';
import { sqliteDatabase } from './sqliteDatabase';
import { taskBody } from './Submissions';
import { until } from './until';

describe('agentTasksServiceRef, in another plugin of the portal', () => {
  let scene: Scene;

  beforeAll(async () => {
    const database = await sqliteDatabase();
    scene = await openScene({
      ...{ database, replicas: 1, tasks: 1, seed: 1 },
      hasPeople: true,
    });
  }, 120_000);

  afterAll(() => scene?.close());

  it('asks for a task in the name of the person who asked that plugin', async () => {
    const [url] = scene.urls;
    const session = await until('the catalog to know Ana', async () => {
      const response = await fetch(`${url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': 'ana' },
      });
      return response.ok && response.json();
    });
    const answer = await fetch(`${url}/api/neighbour/tasks`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${session.backstageIdentity.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(taskBody(scene, 0)),
    });
    const task = await answer.json();
    expect(answer.status).toBe(201);
    expect(task).toMatchObject({
      requester: { ref: 'user:default/ana', type: 'user' },
      via: { kind: 'api' },
    });
    await until('the task to be started', async () => {
      const { phase } = await scene.apis[0].tasks.get(task.id);
      return phase === 'tracking';
    });
    expect(scene.github.control.tasks().created).toBe(1);
  });
});
