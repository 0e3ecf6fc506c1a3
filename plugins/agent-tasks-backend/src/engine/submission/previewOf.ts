import {
  AgentTasksError,
  errorDefinition,
  TaskPreview,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MARKER_PLACEHOLDER } from '../../domain/prompt/marker';
import { PolicyLimits } from '../../domain/policy/policy';
import { queueFull } from '../queue/queueFull';
import { TaskDraft } from './draftTask';
import { previewQueue } from './previewQueue';
import { countOf, standingErrors } from './standingErrors';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

/** A draft as the API shows it: with the errors that a submit would get. */
export async function previewOf(
  parts: SubmissionParts,
  ask: SubmissionAsk,
  draft: TaskDraft,
): Promise<TaskPreview> {
  const { verdict, prompt, template } = draft;
  const now = await parts.store.now();
  const later = await laterErrors(parts, ask, draft, now);
  const taskAsk = draft.ask;
  const terms = verdict?.terms ?? null;
  const estimate = template?.spec.estimate;
  return {
    prompt: prompt && `${prompt}\n\n${MARKER_PLACEHOLDER}`,
    policy: {
      result: verdict?.result ?? 'deny',
      id: verdict?.policy?.id ?? null,
      version: verdict?.policy?.version ?? null,
      trace: verdict?.trace ?? [],
    },
    identity: taskAsk && {
      ...taskAsk.identity,
      login: await loginOf(parts, taskAsk.identity.id),
    },
    standing: terms && {
      required: terms.requesterMust,
      // The provider is not asked by a preview.
      result: terms.requesterMust === 'none' ? 'met' : 'unchecked',
      login: null,
    },
    estimate: template && {
      credits: estimate?.credits ?? null,
      minutes: estimate?.minutes ?? null,
    },
    queue:
      taskAsk && verdict?.result === 'allow'
        ? await previewQueue(parts, taskAsk, estimate?.minutes ?? null, now)
        : null,
    ...(taskAsk &&
      verdict?.result === 'ask' && { approvers: taskAsk.people.approvers }),
    ...(terms && { createPullRequest: terms.createPullRequest }),
    digest: taskAsk?.approvalDigest ?? null,
    errors: [...draft.errors, ...later].map(shownError),
  };
}

/** What only storing it would find out, asked without storing. */
async function laterErrors(
  parts: SubmissionParts,
  { caller, body }: SubmissionAsk,
  { ask, verdict, duplicateKey }: TaskDraft,
  now: number,
): Promise<AgentTasksError[]> {
  if (!ask || !verdict?.terms || duplicateKey === null) return [];
  const { limits } = verdict.terms;
  const isMeant = caller.isPerson && body.allowDuplicate === true;
  const taskId = isMeant
    ? undefined
    : await parts.queries.duplicateOf(duplicateKey, null);
  return [
    ...(await standingErrors(parts, ask, limits, now)),
    ...(await fullErrors(parts, limits)),
    ...(taskId
      ? [
          new AgentTasksError(
            'DUPLICATE_TASK_SUSPECTED',
            {},
            { details: { taskId } },
          ),
        ]
      : []),
  ];
}

async function fullErrors(
  parts: SubmissionParts,
  { queued }: PolicyLimits,
): Promise<AgentTasksError[]> {
  if (queued === undefined) return [];
  const waiting = await countOf(parts.queries, {
    phase: ['queued', 'pending_approval'],
  });
  return waiting < queued ? [] : [await queueFull(parts, queued)];
}

async function loginOf(
  { queries }: SubmissionParts,
  identityId: string,
): Promise<string | null> {
  const known = await queries.identities();
  return known.find(({ id }) => id === identityId)?.login ?? null;
}

function shownError(error: AgentTasksError): TaskPreview['errors'][number] {
  const { nextAction, remediation } = errorDefinition(error.code);
  const { code, message, violations } = error;
  // Named one by one: what others wrote may stand among the rest.
  const { taskId } = error.details;
  return {
    code,
    message,
    nextAction,
    remediation,
    violations,
    ...(typeof taskId === 'string' && { details: { taskId } }),
  };
}
