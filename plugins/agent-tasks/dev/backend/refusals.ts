import { refusal } from '../../src/testing/refusal';

/** An answer that says no. */
export type Refuse = () => Promise<never>;

function refuse(...answer: Parameters<typeof refusal>): Refuse {
  return async () => {
    throw await refusal(...answer);
  };
}

export const denied = refuse(403, {
  code: 'PERMISSION_DENIED',
  message: 'You are not allowed to do this.',
  nextAction: 'request_access',
  remediation: 'Ask the owner of the task or the operators.',
});

export const broken = refuse(500, {
  code: 'INTERNAL',
  message: 'Something went wrong on our side.',
  nextAction: 'ask_human',
  remediation: 'Tell the operators, with the id of the request.',
});

export const busy = refuse(503, {
  code: 'DATABASE_UNAVAILABLE',
  message: 'The database does not answer.',
  nextAction: 'wait_and_repeat',
  remediation: 'Wait and send the same request again.',
});

export const notFound = refuse(404, {
  code: 'TASK_NOT_FOUND',
  message: 'There is no such task.',
  nextAction: 'stop',
});

export const changedMeanwhile = refuse(409, {
  code: 'REVISION_CONFLICT',
  message: 'The task has changed since it was read.',
  nextAction: 'read_task',
});

export const policyDenied = refuse(403, {
  code: 'POLICY_DENIED',
  message: 'Policy services v3 does not allow this task.',
  nextAction: 'choose_other',
  remediation: 'Choose another template, or ask the operators.',
});

export const duplicate = refuse(409, {
  code: 'DUPLICATE_TASK_SUSPECTED',
  message: 'An open task asks for the same.',
  nextAction: 'read_task',
  details: { taskId: 'task-1' },
});

export const ownTask = refuse(403, {
  code: 'SELF_APPROVAL_FORBIDDEN',
  message: 'A task cannot be approved by the person who asked for it.',
  nextAction: 'ask_human',
  remediation: "Ask another of the policy's approvers.",
});

/** What `fetch` throws where nobody answers. */
export const unreachable: Refuse = async () => {
  throw new TypeError('Failed to fetch');
};
