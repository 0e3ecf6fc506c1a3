import { Api, bo, startApi, Who } from './testing/startApi';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const patch = (
  { id }: { id: string },
  body: object,
  ifMatch: string | undefined = '*',
  who: Who = bo,
) =>
  api.send({
    method: 'patch',
    path: `/v1/tasks/${id}`,
    body,
    who,
    headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch },
  });
const codeOf = ({ body }: { body: any }) => body.error?.code;

describe('update', () => {
  it('changes what does not touch the work, over the revision that was read', async () => {
    const task = await api.create();
    const { status, body, headers } = await patch(
      task,
      { title: 'Another', assignee: 'user:default/bo' },
      `"${task.revision}"`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Another',
      assignee: 'user:default/bo',
      revision: task.revision + 1,
    });
    expect(headers.etag).toBe(`"${task.revision + 1}"`);
  });

  it('over a revision that is gone changes nothing', async () => {
    const task = await api.create();
    await patch(task, { title: 'First' });
    const answer = await patch(task, { title: 'Second' }, `"${task.revision}"`);
    expect(answer.body.error).toMatchObject({
      code: 'REVISION_CONFLICT',
      details: { taskId: task.id, revision: task.revision + 1 },
    });
    expect((await api.stored(task.id)).title).toBe('First');
  });

  it.each([undefined, 'nonsense', '7'])(
    'needs an If-Match, not %s',
    async tag => {
      const task = await api.create();
      const answer = await api.send({
        method: 'patch',
        path: `/v1/tasks/${task.id}`,
        body: { title: 'x' },
        headers: tag === undefined ? {} : { 'If-Match': tag },
      });
      expect(answer.body.error.violations[0].field).toBe('If-Match');
    },
  );

  it('snoozes until a time, and wakes again', async () => {
    const task = await api.create({ entityRef: 'component:default/vault' });
    const snoozedUntil = '2099-01-01T00:00:00.000Z';
    expect((await patch(task, { snoozedUntil })).body.snoozedUntil).toBe(
      snoozedUntil,
    );
    expect((await patch(task, { snoozedUntil: null })).body.snoozedUntil).toBe(
      null,
    );
  });

  it.each(['user:default/nobody', 'group:default/payments'])(
    'does not assign to %s: it would wait unseen',
    async assignee => {
      const answer = await patch(await api.create(), { assignee });
      expect(answer.body.error.violations).toEqual([
        { field: 'assignee', rule: 'custom', hint: 'a user of the catalog' },
      ]);
    },
  );

  it('of nothing is no change', async () => {
    const answer = await patch(await api.create(), {});
    expect(codeOf(answer)).toBe('INVALID_REQUEST');
  });
});
