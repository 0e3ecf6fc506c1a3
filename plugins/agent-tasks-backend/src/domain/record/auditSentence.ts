import { Task } from '../task/task';
import { latestSession } from '../observation/providerRecord';

/**
 * Who allowed it, in one sentence. Only references, ids and words of ours: no title, no prompt, no
 * text of the provider. What did not happen is left out, so the sentence never claims a start.
 */
export function auditSentence(task: Task, requestId: string): string {
  const { via, repository, policy, template } = task;
  const approver = task.approval?.by;
  return [
    `Request ${requestId}: `,
    [
      [via.kind, via.ref, via.run && `run ${via.run}`]
        .filter(Boolean)
        .join(' '),
      `for ${task.requester.ref}`,
      ...(approver ? [`approved by ${approver}`] : []),
      `${startOf(task)} on ${repository.slug}@${task.baseRef} with ${modelOf(
        task,
      )} as ${identityOf(task)}`,
      `under policy ${policy.id} v${policy.version}`,
      template
        ? `template ${template.ref} v${template.version}`
        : 'without a template',
    ].join(', '),
    `: ${outcomeOf(task)}.`,
  ].join('');
}

function startOf(task: Task): string {
  return task.providerTaskId === null
    ? `asked for task ${task.id} (not known to have started)`
    : `started task ${task.id} (${task.providerTaskId})`;
}

function modelOf(task: Task): string {
  const used = latestSession(task.reported)?.model;
  const requested = task.isModelDropped ? 'auto' : task.requestedModel;
  return used ?? requested;
}

function identityOf({ identity }: Task): string {
  return identity.login ? `${identity.id} (${identity.login})` : identity.id;
}

function outcomeOf(task: Task): string {
  if (task.outcome === 'pending') return 'pending';
  const reason = task.outcomeReason?.replace(/_/g, ' ');
  const by = task.outcomeBy ? ` by ${task.outcomeBy}` : '';
  return `${task.outcome}${reason ? ` (${reason}${by})` : ''}`;
}
