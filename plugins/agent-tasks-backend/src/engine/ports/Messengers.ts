import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';

type EffectOf<K extends TaskEffect['kind']> = Extract<TaskEffect, { kind: K }>;

/**
 * How the portal is told. Each throws when it did not work, and is called again later: what it
 * does twice must look like once.
 */
export interface Messengers {
  publish(task: Task, effect: EffectOf<'publish'>): Promise<void>;
  signal(task: Task, effect: EffectOf<'signal'>): Promise<void>;
  notify(task: Task, effect: EffectOf<'notify'>): Promise<void>;
  markHandled(task: Task, effect: EffectOf<'markHandled'>): Promise<void>;
  /** Where people find the task, for the comment on its pull request. */
  taskUrl(taskId: string): string;
}
