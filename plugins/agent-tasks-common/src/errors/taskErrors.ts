import { TaskAction, TaskState } from '../vocabulary';
import { lasting } from './ErrorDefinition';

/** What a command is called once it has been done; for sentences such as "It cannot be cancelled." */
const participles: Record<TaskAction, string> = {
  update: 'changed',
  answer: 'answered',
  cancel: 'cancelled',
  retry: 'run again',
  approve: 'approved',
  reject: 'rejected',
  accept: 'judged',
  rollback: 'rolled back',
  open_pull_request: 'given a pull request',
  resolve: 'resolved',
};

/** Where "its … differs" would not say it. */
const adoptMismatches: Readonly<Record<string, string>> = {
  missing: 'The provider knows no such task.',
  prompt:
    "The provider's task cannot be this one: its prompt does not end with the tracking line of this task.",
  words:
    "The provider's task cannot be this one: its prompt is not the one that was sent, although it carries our tracking line.",
};

const endStates: readonly TaskState[] = [
  'rejected',
  'expired',
  'completed',
  'failed',
  'timed_out',
  'cancelled',
];

/** The thing that the request names is not there, or not in a state for it. */
export const taskErrors = {
  TASK_NOT_FOUND: lasting({
    status: 404,
    name: 'NotFoundError',
    message: () => 'There is no such task, or you may not see it.',
    example: {},
    nextAction: 'stop',
    remediation: 'Check the id, or ask somebody who can see the task.',
  }),
  TEMPLATE_NOT_FOUND: lasting({
    status: 404,
    name: 'NotFoundError',
    message: () => 'There is no such template, or you may not see it.',
    example: {},
    nextAction: 'choose_other',
    remediation: 'List the templates and choose one of them.',
  }),
  ENTITY_NOT_FOUND: lasting({
    status: 404,
    name: 'NotFoundError',
    message: () => 'The catalog has no such entity, or none that you may see.',
    example: {},
    nextAction: 'fix_request',
    remediation:
      'Check the reference. For an entity that is not in the catalog yet, name the repository as well.',
  }),
  FREEZE_NOT_FOUND: lasting({
    status: 404,
    name: 'NotFoundError',
    message: () => 'There is no such freeze.',
    example: {},
    nextAction: 'stop',
    remediation: 'List the freezes and use the id of one of them.',
  }),
  TASK_STATE_CONFLICT: lasting({
    status: 409,
    name: 'ConflictError',
    message: ({ action, state }: { action: TaskAction; state: TaskState }) =>
      `${
        endStates.includes(state)
          ? `The task already ended (${state}).`
          : `The task is in state ${state}.`
      } It cannot be ${participles[action]}.`,
    example: { action: 'cancel', state: 'completed' },
    nextAction: 'read_task',
    remediation: 'Read the task again. To continue the work, run it again.',
  }),
  DUPLICATE_TASK_SUSPECTED: lasting({
    status: 409,
    name: 'ConflictError',
    message: () =>
      'An open task has the same template, repository and parameters.',
    example: {},
    nextAction: 'poll_task',
    remediation:
      'Follow the task in details.taskId. If a second one is meant, a person repeats the request with allowDuplicate.',
  }),
  TEMPLATE_RETIRED: lasting({
    status: 409,
    name: 'ConflictError',
    message: () => 'The template is retired and takes no new tasks.',
    example: {},
    nextAction: 'choose_other',
    remediation: 'Choose another template.',
  }),
  TEMPLATE_VERSION_CONFLICT: lasting({
    status: 409,
    name: 'ConflictError',
    message: () =>
      'The template has changed while its version stayed the same.',
    example: {},
    nextAction: 'ask_human',
    remediation: 'Ask the owner of the template to give it a new version.',
  }),
  TEMPLATE_DOES_NOT_FIT: lasting({
    status: 422,
    name: 'InputError',
    message: () => 'The template is not made for this entity.',
    example: {},
    nextAction: 'choose_other',
    remediation:
      'Choose a template that fits; the list of templates says for each why it does not.',
  }),
  ANSWER_NOT_POSSIBLE: lasting({
    status: 409,
    name: 'ConflictError',
    message: ({
      reason,
    }: {
      reason: 'not_asking' | 'only_at_provider' | 'too_many_answers';
    }) =>
      ({
        not_asking: 'The agent is not waiting for an answer.',
        only_at_provider: 'The agent can only be answered at the provider.',
        too_many_answers: 'The task has had as many answers as it may have.',
      }[reason]),
    example: { reason: 'only_at_provider' },
    nextAction: 'read_task',
    remediation:
      'Read the task: answer.mode and answer.url say where it can be answered.',
  }),
  PROVIDER_TASK_IN_USE: lasting({
    status: 409,
    name: 'ConflictError',
    message: () => "The provider's task already belongs to another task.",
    example: {},
    nextAction: 'choose_other',
    remediation:
      'Compare it with the task in details.taskId, and adopt another one or none.',
  }),
  ADOPT_MISMATCH: lasting({
    status: 422,
    name: 'InputError',
    message: ({
      mismatch,
    }: {
      mismatch:
        | 'missing'
        | 'repository'
        | 'creator'
        | 'prompt'
        | 'words'
        | 'time';
    }) =>
      adoptMismatches[mismatch] ??
      `The provider's task cannot be this one: its ${mismatch} differs.`,
    example: { mismatch: 'repository' },
    nextAction: 'choose_other',
    remediation:
      'Look the task up at the provider and copy its id. Where its tracking line stands behind words that are not ours, somebody copied it: adopt nothing, and look for the one that was started here, or settle the start in another way.',
  }),
};
