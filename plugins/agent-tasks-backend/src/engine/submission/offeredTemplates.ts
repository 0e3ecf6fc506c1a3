import { TemplateList } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Directory } from '../ports/Directory';
import { ApprovedTemplate } from '../ports/Templates';
import { SubmissionParts } from './SubmissionParts';

/** The templates that a reader of the catalog may see, and whether each fits an entity. */
export async function offeredTemplates(
  parts: Pick<SubmissionParts, 'templates' | 'store'>,
  directory: Directory,
  entityRef: string | null,
): Promise<TemplateList> {
  const [found, entity] = await Promise.all([
    directory.templates(),
    entityRef === null ? null : directory.entity(entityRef),
  ]);
  const templates = found.flatMap(item => parts.templates.read(item) ?? []);
  const items = await Promise.all(
    templates.map(async template => {
      const reasons = await ownReasons(parts, template);
      if (entity) reasons.push(...parts.templates.unfitness(template, entity));
      if (entity === undefined) {
        reasons.push(
          'The catalog has no such entity, or none that you may see.',
        );
      }
      return offered(template, reasons);
    }),
  );
  return { items: items.sort((a, b) => a.title.localeCompare(b.title, 'en')) };
}

/** Why it takes no tasks, whatever the entity. */
async function ownReasons(
  { store }: Pick<SubmissionParts, 'store'>,
  { ref, version, digest, spec }: ApprovedTemplate,
): Promise<string[]> {
  const kept = await store.templateVersion(ref, version);
  return [
    ...(spec.lifecycle === 'retired' ? ['The template is retired.'] : []),
    ...(kept && kept.digest !== digest
      ? ['The template has changed while its version stayed the same.']
      : []),
  ];
}

function offered(
  { ref, title, description, version, isTrusted, spec }: ApprovedTemplate,
  reasons: string[],
): TemplateList['items'][number] {
  return {
    ref,
    title,
    description: isTrusted ? description : null,
    type: spec.type,
    version,
    lifecycle: spec.lifecycle,
    trusted: isTrusted,
    owner: spec.owner,
    parameters: spec.parameters,
    estimate: spec.estimate
      ? {
          credits: spec.estimate.credits ?? null,
          minutes: spec.estimate.minutes ?? null,
        }
      : null,
    success: spec.success ?? 'merged',
    fits: reasons.length === 0,
    reasons,
  };
}
