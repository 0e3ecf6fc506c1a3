import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ana, bo, NOON, payments } from '../../domain/testing/exampleData';
import { taskIn } from '../../domain/testing/exampleTask';
import { CatalogDirectory } from '../catalog/CatalogDirectory';
import { component } from '../testing/exampleCatalog';
import { PortalMessengers } from './PortalMessengers';

const task = taskIn('pending_approval');

function messengers(
  send: (options: NotificationSendOptions) => Promise<void> = async () => {},
  entities: Entity[] = [component('payments-api', { title: 'Payments API' })],
) {
  const events = mockServices.events.mock();
  const signals = { publish: jest.fn(async () => {}) };
  const notifications = { send: jest.fn(send) };
  const logger = mockServices.logger.mock();
  const subject = new PortalMessengers({
    events,
    signals,
    notifications,
    logger,
    appUrl: 'https://portal.example/',
    directory: new CatalogDirectory({
      catalog: catalogServiceMock({ entities }),
      credentials: async () => mockCredentials.service(),
    }),
  });
  return { subject, events, signals, notifications, logger };
}

const question = {
  kind: 'notify',
  dedupeKey: 'q',
  topic: 'question',
  reason: 'asked',
  recipients: [payments],
} as const;

it('publishes a change with state, outcome and entity, and nothing that people wrote', async () => {
  const { subject, events } = messengers();
  await subject.publish(task, {
    kind: 'publish',
    dedupeKey: 'p',
    state: 'queued',
    previousState: 'pending_approval',
    status: 'waiting',
    outcome: 'pending',
    attention: null,
    at: NOON,
  });
  expect(events.publish).toHaveBeenCalledWith({
    topic: 'agent-tasks.task',
    eventPayload: {
      taskId: task.id,
      state: 'queued',
      previousState: 'pending_approval',
      status: 'waiting',
      outcome: 'pending',
      attention: null,
      entityRef: 'component:default/payments-api',
      at: '2026-11-20T12:00:00.000Z',
    },
  });
});

it('signals people and groups, and no service', async () => {
  const { subject, signals } = messengers();
  const effect = { kind: 'signal', dedupeKey: 's', revision: 7 } as const;
  await subject.signal(task, {
    ...effect,
    recipients: [ana, payments, 'service:ci'],
  });
  await subject.signal(task, { ...effect, recipients: ['service:ci'] });
  expect(signals.publish.mock.calls).toEqual([
    [
      {
        channel: 'agent-tasks',
        recipients: { type: 'user', entityRef: [ana, payments] },
        message: { taskId: task.id, revision: 7 },
      },
    ],
  ]);
});

it('notifies under one scope per task, with a link', async () => {
  const { subject, notifications } = messengers();
  await subject.notify(task, { ...question, recipients: [payments] });
  expect(notifications.send).toHaveBeenCalledWith({
    recipients: { type: 'entity', entityRef: [payments] },
    payload: {
      title: 'The agent waits for an answer: Payments API',
      topic: 'question',
      severity: 'normal',
      link: `/agent-tasks/tasks/${task.id}`,
      scope: `agent-task:${task.id}`,
    },
  });
  expect(subject.taskUrl(task.id)).toBe(
    `https://portal.example/agent-tasks/tasks/${task.id}`,
  );
});

it('says who has acted to those who were told, but not to who acted', async () => {
  const { subject, notifications } = messengers();
  await subject.markHandled(task, {
    kind: 'markHandled',
    dedupeKey: 'h',
    by: bo,
    recipients: [bo, payments],
  });
  expect(notifications.send).toHaveBeenCalledWith({
    recipients: { type: 'entity', entityRef: [payments] },
    payload: expect.objectContaining({
      title: 'Handled by bo: Payments API',
      severity: 'low',
      scope: `agent-task:${task.id}`,
    }),
  });
});

describe('the title of an entity', () => {
  it.each([
    ['Payments\u202eAPI\u200b', 'PaymentsAPI'],
    ['Pay\n\nnow', 'Pay now'],
    ['See https://evil.example/x now', 'See now'],
    ['<b>[Pay](me)</b>', 'bPayme/b'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('%j is shown as %j', async (title, shown) => {
    const { subject, notifications } = messengers(undefined, [
      component('payments-api', { title }),
    ]);
    await subject.notify(task, { ...question, recipients: [ana] });
    const [{ payload }] = notifications.send.mock.calls[0];
    expect(payload.title).toBe(`The agent waits for an answer: ${shown}`);
  });

  it('is its name where the catalog does not have it', async () => {
    const { subject, notifications } = messengers(undefined, []);
    await subject.notify(task, { ...question, recipients: [ana] });
    const [{ payload }] = notifications.send.mock.calls[0];
    expect(payload.title).toBe('The agent waits for an answer: payments-api');
  });
});

describe('notifications that cannot be sent', () => {
  const failing = (status: number) => async () => {
    throw new Error(
      `Failed to send notifications: Error: Request failed with status ${status}`,
    );
  };

  it('are tried again when the neighbour is down', async () => {
    const { subject } = messengers(failing(503));
    await expect(
      subject.notify(task, { ...question, recipients: [ana] }),
    ).rejects.toThrow('503');
  });

  it('are left alone, and told once, when the plugin is not installed', async () => {
    const { subject, logger } = messengers(failing(404));
    await subject.notify(task, { ...question, recipients: [ana] });
    await subject.notify(task, { ...question, recipients: [ana] });
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('are not sent to nobody', async () => {
    const { subject, notifications } = messengers();
    await subject.notify(task, { ...question, recipients: ['service:ci'] });
    expect(notifications.send).not.toHaveBeenCalled();
  });
});
