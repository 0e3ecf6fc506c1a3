import { ana, Api, chidi, startApi } from './testing/startApi';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

it('shows a task that was asked for', async () => {
  const task = await api.create();
  const { status, body, headers } = await api.send({
    method: 'get',
    path: `/v1/tasks/${task.id}`,
    who: ana,
  });
  expect(status).toBe(200);
  expect(headers.etag).toBe('"1"');
  expect(body).toMatchObject({ state: 'queued', prompt: expect.any(String) });
  void chidi;
});
