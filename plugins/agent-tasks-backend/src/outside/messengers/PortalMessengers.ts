import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Task } from '../../domain/task/task';
import { Directory } from '../../engine/ports/Directory';
import { Messengers } from '../../engine/ports/Messengers';
import { cleanTitle, sentenceOf } from './notificationTexts';

export const EVENTS_TOPIC = 'agent-tasks.task';
export const SIGNALS_CHANNEL = 'agent-tasks';

export interface PortalMessengersOptions {
  events: EventsService;
  signals: SignalsService;
  notifications: NotificationService;
  /** For the title of an entity. */
  directory: Directory;
  logger: LoggerService;
  /** `app.baseUrl`. */
  appUrl: string;
}

type EffectOf<K extends keyof Omit<Messengers, 'taskUrl'>> = Parameters<
  Messengers[K]
>[1];

/** Tells the portal through Backstage's events, signals and notifications. */
export class PortalMessengers implements Messengers {
  private isMissingTold = false;

  constructor(private readonly options: PortalMessengersOptions) {}

  async publish(task: Task, effect: EffectOf<'publish'>): Promise<void> {
    const { state, previousState, status, outcome, attention, at } = effect;
    await this.options.events.publish({
      topic: EVENTS_TOPIC,
      eventPayload: {
        taskId: task.id,
        state,
        previousState,
        status,
        outcome,
        attention,
        entityRef: task.entityRef,
        at: new Date(at).toISOString(),
      },
    });
  }

  /** A browser listens under its person and their groups, so that groups need not be spread. */
  async signal(task: Task, effect: EffectOf<'signal'>): Promise<void> {
    const entityRef = inCatalog(effect.recipients);
    if (entityRef.length === 0) return;
    await this.options.signals.publish({
      channel: SIGNALS_CHANNEL,
      recipients: { type: 'user', entityRef },
      message: { taskId: task.id, revision: effect.revision },
    });
  }

  async notify(task: Task, effect: EffectOf<'notify'>): Promise<void> {
    const { topic, reason, recipients } = effect;
    await this.send(task, recipients, {
      title: await this.titleOf(task, sentenceOf(topic, reason)),
      topic,
      severity: topic === 'unconfirmed' ? 'high' : 'normal',
    });
  }

  async markHandled(
    task: Task,
    effect: EffectOf<'markHandled'>,
  ): Promise<void> {
    const { by, recipients } = effect;
    const sentence = `Handled by ${parseEntityRef(by).name}`;
    await this.send(
      task,
      recipients.filter(ref => ref !== by),
      { title: await this.titleOf(task, sentence), severity: 'low' },
    );
  }

  taskUrl(taskId: string): string {
    return `${this.options.appUrl.replace(/\/+$/, '')}${taskPath(taskId)}`;
  }

  /** One per task: a later one of the same scope takes the place of the earlier. */
  private async send(
    task: Task,
    recipients: string[],
    payload: NotificationPayload,
  ): Promise<void> {
    const { notifications, logger } = this.options;
    const entityRef = inCatalog(recipients);
    if (entityRef.length === 0) return;
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: {
          ...payload,
          link: taskPath(task.id),
          scope: `agent-task:${task.id}`,
        },
      });
    } catch (error) {
      if (!isNotInstalled(error)) throw error;
      // The inbox is where things wait; a portal may do without notifications.
      if (!this.isMissingTold) {
        logger.info('Notifications are not installed, so none are sent');
      }
      this.isMissingTold = true;
    }
  }

  private async titleOf(task: Task, sentence: string): Promise<string> {
    if (task.entityRef === null) return sentence;
    const entity = await this.options.directory
      .entity(task.entityRef)
      .catch(() => undefined);
    const title = cleanTitle(
      entity?.metadata.title ?? parseEntityRef(task.entityRef).name,
    );
    return title === '' ? sentence : `${sentence}: ${title}`;
  }
}

function taskPath(taskId: string): string {
  return `/agent-tasks/tasks/${encodeURIComponent(taskId)}`;
}

/** A service has neither a browser nor an inbox. */
function inCatalog(refs: readonly string[]): string[] {
  return refs.filter(ref => !ref.startsWith('service:'));
}

/** The client of the notifications plugin says so in its message only. */
function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && /\bstatus 404\b/.test(error.message);
}
