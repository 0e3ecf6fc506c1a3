import {
  stateOf,
  statusOf,
  Task as ApiTask,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { FullTaskView, TaskView } from '../../access/tasks/TaskView';
import {
  latestSession,
  numberedSessions,
  NumberedSession,
} from '../../domain/observation/providerRecord';
import { partialStateOf } from '../../domain/outcome/partialState';
import { stagesOf } from '../../domain/task/stagesOf';
import { Task } from '../../domain/task/task';
import { presentArtifacts } from './presentArtifacts';
import { presentHeld, presentPlace } from './presentWaiting';
import { timeOf, timeOrNull } from './time';

/** A task in full. */
export function presentTask(view: FullTaskView): ApiTask {
  const { task, texts } = view;
  return {
    ...presentListItem(view),
    parameters: (texts?.parameters ?? null) as ApiTask['parameters'],
    prompt: texts?.prompt ?? null,
    sessions: numberedSessions(task.reported).map(presentSession),
    stages: stagesOf(task).map(({ stage, at }) => ({ stage, at: timeOf(at) })),
  };
}

/** A task as lists carry it. */
export function presentListItem({
  task,
  allowedActions,
  place,
  answer,
}: TaskView): TaskListItem {
  const { reported, cancelRequested, policy, repository } = task;
  return {
    id: task.id,
    revision: task.revision,
    title: task.title,
    providerName: null,
    status: statusOf(task),
    state: stateOf(task),
    phase: task.phase,
    providerState: task.providerState,
    outcome: task.outcome,
    outcomeReason: task.outcomeReason,
    entityRef: task.entityRef,
    ownerRefs: task.people.owners,
    repository: {
      host: repository.host,
      slug: repository.slug,
      url: repository.url,
    },
    baseRef: task.baseRef,
    model: {
      requested: task.requestedModel,
      used: latestSession(reported)?.model ?? null,
    },
    createPullRequest: task.createPullRequest,
    template: task.template,
    approvalDigest:
      task.phase === 'pending_approval' ? task.approvalDigest : null,
    requester: task.requester,
    via: task.via,
    identity: task.identity,
    policy: { id: policy.id, version: policy.version, result: policy.result },
    provider: {
      id: task.providerId,
      taskId: task.providerTaskId,
      url: reported.url?.value ?? null,
    },
    attempts: task.attempts,
    priority: task.priority,
    held: task.phase === 'queued' ? presentHeld(task.held) : null,
    queue: presentPlace(place),
    attention: task.attention,
    attentionReason: task.attentionReason,
    attentionSince: timeOrNull(task.attentionSince),
    attentionDueAt: timeOrNull(task.attentionDueAt),
    routedTo: task.routedTo,
    assignee: task.assignee,
    snoozedUntil: timeOrNull(task.snoozedUntil),
    acknowledgedAt: timeOrNull(task.acknowledgedAt),
    question: null,
    answeredAt: timeOrNull(task.answeredAt),
    answeredBy: task.answeredBy,
    answer,
    cancelRequestedAt: timeOrNull(cancelRequested?.at),
    cancelRequestedBy: cancelRequested?.by ?? null,
    staleSince: timeOrNull(task.staleSince),
    failure: failureOf(task),
    partial: partialStateOf(task),
    flags: task.flags,
    artifacts: presentArtifacts(task),
    cost: costOf(task),
    parentTaskId: task.parentTaskId,
    createdAt: timeOf(task.createdAt),
    startedAt: timeOrNull(task.startedAt),
    endedAt: timeOrNull(task.endedAt),
    updatedAt: timeOf(task.updatedAt),
    allowedActions,
  };
}

function presentSession(session: NumberedSession): ApiTask['sessions'][number] {
  return {
    number: session.number,
    providerSessionId: session.id,
    parent: session.parent,
    state: session.state,
    startedAt: timeOf(session.createdAt),
    endedAt: timeOrNull(session.completedAt),
    model: session.model ?? null,
    credits: session.usage?.amount ?? null,
    error: session.untrustedError ?? null,
    logUrl: session.url ?? null,
  };
}

function failureOf({ failure, reported }: Task): TaskListItem['failure'] {
  return (
    failure && {
      class: failure.class,
      at: timeOf(failure.at),
      untrustedText: latestSession(reported)?.untrustedError ?? null,
    }
  );
}

/** What the sessions told; what was only reserved is no cost. */
function costOf({
  costs,
  reported,
  estimatedCost,
}: Task): TaskListItem['cost'] {
  const charges = costs.filter(({ kind }) => kind === 'charge');
  const used = reported.sessions.find(({ usage }) => usage)?.usage;
  return {
    unit: used?.unit ?? 'ai_credits',
    estimated: estimatedCost,
    actual:
      charges.length === 0
        ? null
        : charges.reduce((sum, { amount }) => sum + amount, 0),
  };
}
