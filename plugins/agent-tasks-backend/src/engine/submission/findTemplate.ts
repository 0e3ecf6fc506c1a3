import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ApprovedTemplate } from '../ports/Templates';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

/**
 * The template as the caller may see it, if it still takes tasks; null for a prompt of one's own.
 *
 * @throws AgentTasksError
 */
export async function findTemplate(
  { templates, store }: Pick<SubmissionParts, 'templates' | 'store'>,
  { body, directory }: SubmissionAsk,
): Promise<ApprovedTemplate | null> {
  if (body.template === undefined) return null;
  const details = { template: body.template };
  const entity = await directory.entity(body.template);
  const template = entity && templates.read(entity);
  if (!template)
    throw new AgentTasksError('TEMPLATE_NOT_FOUND', {}, { details });
  if (template.spec.lifecycle === 'retired') {
    throw new AgentTasksError('TEMPLATE_RETIRED', {}, { details });
  }
  const kept = await store.templateVersion(template.ref, template.version);
  if (kept && kept.digest !== template.digest) {
    throw new AgentTasksError('TEMPLATE_VERSION_CONFLICT', {}, { details });
  }
  return template;
}
