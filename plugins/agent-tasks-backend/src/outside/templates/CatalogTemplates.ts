import { agentTaskTemplateEntitySchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityFacts, unmetPaths } from '../../domain/policy/entityFilter';
import { canonicalJson } from '../../domain/record/canonicalJson';
import { digestOf } from '../../engine/digestOf';
import {
  ApprovedTemplate,
  FilledForm,
  PromptFacts,
  Templates,
} from '../../engine/ports/Templates';
import { ParameterForms } from './ParameterForms';
import { PromptRenderer } from './PromptRenderer';
import { promptScope } from './promptScope';
import { isTrustedLocation } from './trustedLocation';

/** Templates of the catalog kind `AgentTaskTemplate`. */
export class CatalogTemplates implements Templates {
  private readonly forms = new ParameterForms();
  private readonly renderer = new PromptRenderer();

  /** `trusted`: prefixes of locations whose templates are approved. */
  constructor(
    private readonly trusted: readonly string[],
    private readonly logger: LoggerService,
  ) {}

  read(entity: Entity): ApprovedTemplate | undefined {
    const parsed = agentTaskTemplateEntitySchema.safeParse(entity);
    if (!parsed.success) return undefined;
    const { metadata, spec } = parsed.data;
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    return {
      ref: stringifyEntityRef(entity),
      title: metadata.title ?? metadata.name,
      description: metadata.description ?? null,
      version: spec.version,
      digest: digestOf(canonicalJson(spec)),
      isTrusted: isTrustedLocation(location, this.trusted),
      spec,
    };
  }

  unfitness({ spec }: ApprovedTemplate, entity: Entity | null): string[] {
    if (!spec.appliesTo) return [];
    if (!entity)
      return ['The template is made for entities, and none is named.'];
    return unmetPaths(spec.appliesTo, entity as unknown as EntityFacts).map(
      path => `The template is made for another ${plain(path)}.`,
    );
  }

  fillForm(
    { digest, ref, spec }: ApprovedTemplate,
    parameters: Readonly<Record<string, unknown>>,
  ): FilledForm {
    try {
      return this.forms.fill(digest, spec.parameters, parameters);
    } catch (error) {
      this.tell(ref, 'form', error);
      const hint = 'a form that can be checked: ask the owner of the template';
      return {
        ok: false,
        violations: [{ field: 'parameters', rule: 'schema', hint }],
      };
    }
  }

  render(
    { digest, ref, spec }: ApprovedTemplate,
    facts: PromptFacts,
    boundary: string,
  ): string | null {
    const scope = promptScope(
      facts,
      spec.parameters,
      spec.context ?? [],
      boundary,
    );
    try {
      return this.renderer.render(digest, spec.prompt, scope);
    } catch (error) {
      this.tell(ref, 'prompt', error);
      return null;
    }
  }

  /** Only the kind of error: Liquid's and ajv's messages quote the template and its values. */
  private tell(templateRef: string, part: string, error: unknown): void {
    this.logger.warn('A template cannot be used', {
      templateRef,
      part,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
}

/** A path of the author's that could carry a sentence is not repeated. */
function plain(path: string): string {
  return /^[\w./-]{1,100}$/.test(path) ? path : 'kind of entity';
}
