import {
  TaskAction,
  TaskAnswerPlace,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { QueuePlace } from '../../domain/admission/queuePlace';
import { Json } from '../../domain/record/canonicalJson';
import { ChainCheck } from '../../domain/record/chainMessage';
import { HistoryEntry } from '../../domain/task/historyEntry';
import { Task } from '../../domain/task/task';

/** A task as one caller may see it. */
export interface TaskView {
  task: Task;
  /** What the state of the task and the caller's rights both allow. */
  allowedActions: TaskAction[];
  place: QueuePlace | null;
  answer: TaskAnswerPlace;
}

/** A task in full. */
export interface FullTaskView extends TaskView {
  /** null for callers who may not see them. */
  texts: { prompt: string | null; parameters: Json } | null;
}

/** A line of the record. */
export type EventView = HistoryEntry & { seq: number };

export interface RecordView {
  sentence: string;
  task: FullTaskView;
  events: EventView[];
  chain: ChainCheck;
}
