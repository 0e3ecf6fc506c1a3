import { stateOf } from '../../state/tasks';
import { PullRequest, Task, TaskState } from '../../state/World';
import { Markup, markup } from './markup';

export type Tone = 'plain' | 'busy' | 'good' | 'bad' | 'waiting' | 'over';

/** Sign, word and tone together: colour alone tells nobody anything. */
export function mark(tone: Tone, sign: string, word: string): Markup {
  return markup`<span class="mark ${tone}"
    ><span aria-hidden="true">${sign}</span> ${word}</span
  >`;
}

const TASK_MARKS: Record<TaskState, [Tone, string, string]> = {
  queued: ['plain', '○', 'Queued'],
  in_progress: ['busy', '●', 'Working'],
  waiting_for_user: ['waiting', '?', 'Waiting for an answer'],
  idle: ['waiting', '–', 'Idle'],
  completed: ['good', '✓', 'Completed'],
  failed: ['bad', '✕', 'Failed'],
  timed_out: ['bad', '✕', 'Timed out'],
  cancelled: ['over', '✕', 'Cancelled'],
};

export function stateMark(state: TaskState): Markup {
  return mark(...TASK_MARKS[state]);
}

export function taskMark(task: Task): Markup {
  return stateMark(stateOf(task));
}

export function pullMark(pull: PullRequest): Markup {
  if (pull.mergedAt !== null) return mark('good', '✓', 'Merged');
  if (pull.state === 'closed') return mark('over', '✕', 'Closed');
  return pull.draft ? mark('plain', '○', 'Draft') : mark('busy', '●', 'Open');
}
