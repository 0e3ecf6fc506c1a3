import {
  AGENT_TASK_TEMPLATE_API_VERSION,
  AGENT_TASK_TEMPLATE_KIND,
  AgentTaskTemplateSpec,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { templateViolations } from './templateViolations';

/** Judges agent task templates, and ties each to its owner. It changes nothing in them. */
export class AgentTaskTemplateProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'AgentTaskTemplateProcessor';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isMeantForUs(entity)) {
      return false;
    }
    const violations = templateViolations(entity);
    if (violations.length > 0) {
      throw new InputError(
        violations
          .map(({ field, hint }) => `${field}: must be ${hint}`)
          .join('; '),
      );
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isMeantForUs(entity)) {
      return entity;
    }
    const template = getCompoundEntityRef(entity);
    const owner = parseEntityRef((entity.spec as AgentTaskTemplateSpec).owner);
    emit(
      processingResult.relation({
        source: template,
        type: RELATION_OWNED_BY,
        target: owner,
      }),
    );
    emit(
      processingResult.relation({
        source: owner,
        type: RELATION_OWNER_OF,
        target: template,
      }),
    );
    return entity;
  }
}

/**
 * By the kind or by the group of the apiVersion: with one of the two misspelt, the catalog would
 * only say that no processor recognized the entity, and not which of them to look at.
 */
function isMeantForUs({ apiVersion, kind }: Entity): boolean {
  const [group] = AGENT_TASK_TEMPLATE_API_VERSION.split('/');
  return (
    kind === AGENT_TASK_TEMPLATE_KIND || apiVersion.startsWith(`${group}/`)
  );
}
