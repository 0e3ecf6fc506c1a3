import {
  ErrorCode,
  TaskCommands,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  retrySchema,
  taskCommandSchemas,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Access } from '../../access/Access';
import { Route, route, Schema } from '../Route';
import { SUBMIT_ERRORS } from './submitErrors';
import {
  idempotencyKeyOf,
  submittedAnswers,
  submittedReply,
  taskAnswer,
  taskIdOf,
  taskReply,
} from './taskReply';

type Command = Parameters<Access['commands']['act']>[2];

const SUMMARIES: Readonly<Record<Command, string>> = {
  approve: 'Say yes to what was seen',
  reject: 'Say no',
  cancel: 'Stop it; only a read at the provider makes it cancelled',
  answer: 'Answer the agent, or say that it was answered at the provider',
  accept: 'Judge what came of it',
  resolve: 'Settle an unclear start',
};

const ERRORS: Readonly<Record<Command, readonly ErrorCode[]>> = {
  approve: ['PERSON_REQUIRED', 'SELF_APPROVAL_FORBIDDEN', 'REVISION_CONFLICT'],
  reject: ['PERSON_REQUIRED'],
  cancel: [],
  answer: [
    'PERSON_REQUIRED',
    'ANSWER_NOT_POSSIBLE',
    'FROZEN',
    'PROMPT_CONTAINS_SECRET',
    'PROMPT_CONTAINS_HIDDEN_TEXT',
    'PROVIDER_ACCESS_DENIED',
    'PROVIDER_CONTRACT_CHANGED',
    'PROVIDER_UNAVAILABLE',
  ],
  accept: ['PERSON_REQUIRED'],
  resolve: [
    'PERSON_REQUIRED',
    'REVISION_CONFLICT',
    'PROVIDER_TASK_IN_USE',
    'ADOPT_MISMATCH',
    'PROVIDER_ACCESS_DENIED',
    'PROVIDER_CONTRACT_CHANGED',
    'PROVIDER_UNAVAILABLE',
  ],
};

/**
 * The commands about one task. Rolling back and opening a pull request have no route yet, and no
 * task names them among its allowed actions.
 */
export function commandRoutes(
  access: Pick<Access, 'commands' | 'submissions'>,
): Route[] {
  const { approve, reject, cancel, answer, accept, resolve } =
    taskCommandSchemas;
  return [
    act(access, 'approve', approve),
    act(access, 'reject', reject),
    act(access, 'cancel', cancel),
    retry(access),
    act(access, 'answer', answer),
    act(access, 'accept', accept),
    act(access, 'resolve', resolve),
  ];
}

function act<C extends Command>(
  { commands }: Pick<Access, 'commands'>,
  command: C,
  body: Schema<TaskCommands[C]>,
): Route {
  return route({
    method: 'post',
    path: `/v1/tasks/{id}/${command}`,
    tag: 'commands',
    summary: SUMMARIES[command],
    body,
    answers: { 200: taskAnswer },
    errors: [
      'TASK_NOT_FOUND',
      'PERMISSION_DENIED',
      'TASK_STATE_CONFLICT',
      ...ERRORS[command],
    ],
    handle: async request => {
      const { caller, id } = request;
      return taskReply(
        await commands.act(caller, taskIdOf(id), command, request.body),
      );
    },
  });
}

function retry({ submissions }: Pick<Access, 'submissions'>): Route {
  return route({
    method: 'post',
    path: '/v1/tasks/{id}/retry',
    tag: 'commands',
    summary: 'Run it again as a new task; the old one stays as it is',
    requestHeaders: ['Idempotency-Key'],
    body: retrySchema,
    answers: submittedAnswers,
    errors: ['TASK_NOT_FOUND', 'TASK_STATE_CONFLICT', ...SUBMIT_ERRORS],
    handle: async request => {
      const { caller, id, body, addressOf } = request;
      const key = idempotencyKeyOf(request);
      const submitted = await submissions.retry(
        caller,
        taskIdOf(id),
        body,
        key,
      );
      return submittedReply(submitted, addressOf);
    },
  });
}
