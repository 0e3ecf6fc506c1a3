import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Entity } from '@backstage/catalog-model';
import {
  bodyOf,
  dataBlock,
  PromptContract,
} from '../../domain/prompt/promptContract';
import { canonicalJson, Json } from '../../domain/record/canonicalJson';
import { ApprovedTemplate, PromptFacts } from '../ports/Templates';
import { Subject } from './findSubject';
import { RunAgain, SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';
import { promptErrors, textErrors } from './textErrors';

/** What is to be sent, without the marker line, and the parameters it was made from. */
export interface WrittenPrompt {
  /** null: it could not be written, and `errors` says why. */
  prompt: string | null;
  parameters: Record<string, Json>;
  errors: AgentTasksError[];
}

/** Fills in the form, looks at every text that people wrote, and renders. */
export async function writePrompt(
  parts: Pick<SubmissionParts, 'templates' | 'boundaries'>,
  ask: SubmissionAsk,
  template: ApprovedTemplate | null,
  subject: Subject,
  again: RunAgain | null,
): Promise<WrittenPrompt> {
  const { body } = ask;
  const filled = template
    ? parts.templates.fillForm(template, body.parameters ?? {})
    : ({ ok: true, parameters: { prompt: body.prompt ?? '' } } as const);
  if (!filled.ok) {
    const { violations } = filled;
    const error = new AgentTasksError('PARAMETERS_INVALID', {}, { violations });
    return { prompt: null, parameters: {}, errors: [error] };
  }
  const parameters: Record<string, Json> = filled.parameters;
  const errors = textErrors({
    title: body.title,
    model: body.model,
    addition: again?.addition,
    ...(template ? { parameters } : parameters),
  });
  if (errors.length > 0) return { prompt: null, parameters, errors };

  const facts: PromptFacts = {
    parameters,
    entity: subject.entity,
    repository: subject.repository,
    requesterRef: ask.caller.ref,
  };
  const boundary = await parts.boundaries.boundary(
    canonicalJson({
      template: template?.digest ?? null,
      parameters,
      entity: writtenIn(subject.entity),
      addition: again?.addition ?? null,
    }),
  );
  const own = template
    ? parts.templates.render(template, facts, boundary)
    : body.prompt ?? '';
  if (own === null) {
    const reasons = ["The template's prompt cannot be rendered."];
    const error = new AgentTasksError(
      'TEMPLATE_DOES_NOT_FIT',
      {},
      { details: { reasons } },
    );
    return { prompt: null, parameters, errors: [error] };
  }
  const whole = bodyOf(
    withAddition(own, again, boundary),
    contractOf(template, again),
  );
  return { prompt: whole, parameters, errors: promptErrors(whole) };
}

/** What others wrote of an entity; the rest changes with every refresh. */
function writtenIn(entity: Entity | null) {
  if (!entity) return null;
  const { kind, metadata, spec } = entity;
  const { name, title, description, tags } = metadata;
  return { kind, name, title, description, tags, spec };
}

function withAddition(
  text: string,
  again: RunAgain | null,
  boundary: string,
): string {
  if (!again?.addition) return text;
  return [
    text.trimEnd(),
    '',
    'This is a further attempt. Take into account what the requester adds:',
    dataBlock('addition', again.addition, boundary),
  ].join('\n');
}

/** The template's limits; a further attempt may choose other files, and smaller numbers. */
function contractOf(
  template: ApprovedTemplate | null,
  again: RunAgain | null,
): PromptContract {
  const { scope, stop, evidence } = template?.spec ?? {};
  const narrower = again?.scope;
  return {
    files: narrower?.files ?? scope?.files ?? [],
    commands: narrower?.commands ?? scope?.commands ?? [],
    maxFiles: smaller(narrower?.maxFiles, scope?.maxFiles),
    maxLines: smaller(narrower?.maxLines, scope?.maxLines),
    stop: stop ?? [],
    evidence: evidence?.required ?? [],
  };
}

function smaller(...limits: (number | undefined)[]): number | null {
  const known = limits.filter((limit): limit is number => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
}
