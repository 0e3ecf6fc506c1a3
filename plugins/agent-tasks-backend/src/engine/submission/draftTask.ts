import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { PolicyVerdict } from '../../domain/policy/evaluatePolicies';
import { canonicalJson, Json } from '../../domain/record/canonicalJson';
import { TaskAsk } from '../../domain/task/taskAsk';
import { hexDigestOf } from '../digestOf';
import { ApprovedTemplate } from '../ports/Templates';
import { askPolicy, identityError, policyError, runWishOf } from './askPolicy';
import { findSubject, Subject } from './findSubject';
import { findTemplate } from './findTemplate';
import { RunAgain, SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';
import { taskAskOf } from './taskAskOf';
import { writePrompt } from './writePrompt';

/** A task as far as it can be worked out, and everything that speaks against it. */
export interface TaskDraft {
  /** In the order in which they were found; [] means that the task may be stored. */
  errors: AgentTasksError[];
  template: ApprovedTemplate | null;
  prompt: string | null;
  parameters: Record<string, Json>;
  verdict: PolicyVerdict | null;
  /** null where something before it is missing. */
  ask: TaskAsk | null;
  /** Equal for tasks that ask the same of the same repository. */
  duplicateKey: string | null;
}

/** Works out a task from what was asked. Writes nothing, and asks nobody but the catalog. */
export async function draftTask(
  parts: SubmissionParts,
  ask: SubmissionAsk,
  again: RunAgain | null,
): Promise<TaskDraft> {
  const errors: AgentTasksError[] = [...originErrors(ask)];
  const template = await caught(errors, () => findTemplate(parts, ask));
  const subject = await caught(errors, () => findSubject(parts, ask));
  const draft: TaskDraft = {
    errors,
    template: template ?? null,
    prompt: null,
    parameters: {},
    verdict: null,
    ask: null,
    duplicateKey: null,
  };
  if (template === undefined || subject === undefined) return draft;

  errors.push(...fitErrors(parts, template, subject));
  const written = await writePrompt(parts, ask, template, subject, again);
  const wish = runWishOf(ask, template);
  const verdict = askPolicy(parts, ask, template, subject, wish);
  const denied = policyError(parts.settings, verdict);
  const unfit = identityError(parts.settings, verdict, subject);
  errors.push(...(denied ? [denied] : []), ...(unfit ? [unfit] : []));
  errors.push(...written.errors);

  const { prompt, parameters } = written;
  const { policy, terms } = verdict;
  const material = { template, subject, wish, again };
  return {
    ...draft,
    prompt,
    parameters,
    verdict,
    ask:
      prompt === null || policy === null || terms === null
        ? null
        : await taskAskOf(parts, ask, {
            ...material,
            prompt,
            verdict: { ...verdict, policy, terms },
          }),
    duplicateKey: duplicateKeyOf(template, subject, parameters),
  };
}

/** What started an ask is believed of the scaffolder and of our own plugins alone. */
function originErrors({ body, caller }: SubmissionAsk): AgentTasksError[] {
  const mayTell =
    caller.plugin !== null &&
    /^plugin:(?:scaffolder|agent-tasks(?:-.+)?)$/.test(caller.plugin);
  if (body.origin === undefined || mayTell) return [];
  const violation = {
    field: 'origin',
    rule: 'custom',
    hint: 'left out, unless the scaffolder asks',
  };
  return [
    new AgentTasksError('INVALID_REQUEST', {}, { violations: [violation] }),
  ];
}

/** An entity that is not in the catalog yet is looked at when it appears. */
function fitErrors(
  { templates }: SubmissionParts,
  template: ApprovedTemplate | null,
  { entity, isEntityOpen }: Subject,
): AgentTasksError[] {
  if (template === null || isEntityOpen) return [];
  const reasons = templates.unfitness(template, entity);
  if (reasons.length === 0) return [];
  return [
    new AgentTasksError('TEMPLATE_DOES_NOT_FIT', {}, { details: { reasons } }),
  ];
}

function duplicateKeyOf(
  template: ApprovedTemplate | null,
  { repository: { host, slug } }: Subject,
  parameters: Record<string, Json>,
): string {
  const content = { template: template?.ref ?? null, host, slug, parameters };
  return hexDigestOf(canonicalJson(content));
}

/** undefined: it could not be worked out, and the list says why. */
async function caught<T>(
  errors: AgentTasksError[],
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AgentTasksError)) throw error;
    errors.push(error);
    return undefined;
  }
}
