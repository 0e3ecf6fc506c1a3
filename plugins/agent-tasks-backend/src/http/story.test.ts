import { TaskEvent as ApiEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { examplePullRequest } from '../domain/testing/exampleData';
import { exampleEventWith } from '../domain/testing/exampleTask';
import { byEngine, byProvider } from '../engine/systemActor';
import { ana, Api, bo, startApi } from './testing/startApi';
import { theirTask } from './testing/trackedTask';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** One line as a person would tell it: who, what, from where to where, why. */
function told({ actor, type, from, to, reason }: ApiEvent): string {
  const who = actor.ref ?? actor.type;
  const way = to === undefined ? '' : ` ${from ?? '·'} → ${to}`;
  return `${who} ${type}${way}${reason ? ` (${reason})` : ''}`;
}

it('the events of a task tell its story: who did what, when it moved where, and why', async () => {
  const entityRef = 'component:default/vault';
  const task = await api.create({ entityRef }, ana);
  const post = (verb: string, body: object, who = bo) =>
    api.send({
      method: 'post',
      path: `/v1/tasks/${task.id}/${verb}`,
      body,
      who,
    });
  await post('approve', { digest: task.approvalDigest });
  await api.happen(
    task.id,
    exampleEventWith('heldChanged', {
      ...byEngine,
      held: { reason: 'window', since: Date.now() },
    }),
    exampleEventWith('preflighted', { ...byEngine, slug: 'acme/vault' }),
    exampleEventWith('claimed', byEngine),
  );
  const { epoch } = await api.stored(task.id);
  const providerTask = theirTask(task, { state: 'queued' });
  const read = (state: string, later: number) =>
    exampleEventWith('observed', {
      ...byProvider,
      providerTask: {
        ...providerTask,
        state,
        updatedAt: providerTask.createdAt + later,
        artifacts: [{ type: 'pull_request', databaseId: '9001' }],
      },
      sentAt: Date.now(),
    });
  await api.happen(
    task.id,
    exampleEventWith('created', { ...byProvider, epoch, providerTask }),
    read('in_progress', 1),
    exampleEventWith('artifactsRead', {
      ...byProvider,
      pullRequests: [examplePullRequest()],
    }),
  );
  await post('cancel', { reason: 'Next quarter' }, ana);
  await api.happen(task.id, read('cancelled', 2));

  const { body } = await api.send({
    method: 'get',
    path: `/v1/tasks/${task.id}/events`,
    who: ana,
  });
  const events: ApiEvent[] = body.items;
  expect(events.map(told)).toEqual([
    'user:default/ana submittedForApproval · → pending_approval',
    'user:default/bo approved pending_approval → queued',
    'system heldChanged',
    'system preflighted',
    'system claimed queued → starting',
    'provider created starting → tracking',
    'provider observed · → in_progress',
    'provider artifactsRead',
    'user:default/ana cancelRequested (Next quarter)',
    'provider observed in_progress → cancelled',
  ]);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  const byType = (type: string) =>
    events.find(event => event.type === type)?.details;
  expect(byType('approved')).toEqual({ digest: task.approvalDigest });
  expect(byType('heldChanged')).toEqual({ held: 'window' });
  expect(byType('created')).toMatchObject({ providerTaskId: providerTask.id });
  expect(byType('artifactsRead')).toMatchObject({
    pullRequests: [{ number: 214, state: 'open', draft: true }],
  });
});
