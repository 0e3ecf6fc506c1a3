import { AgentTaskTemplateSpec } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Entity } from '@backstage/catalog-model';
import { Json } from '../../domain/record/canonicalJson';
import { TaskRepository } from '../../domain/task/taskAsk';

/** A template as the catalog has it now. */
export interface ApprovedTemplate {
  ref: string;
  /** For people: the author's title, else the name. */
  title: string;
  description: string | null;
  version: string;
  /** Of the spec: the same digest means the same task class. */
  digest: string;
  /** Its location is one of the configured ones. */
  isTrusted: boolean;
  spec: AgentTaskTemplateSpec;
}

/** What a prompt may speak of. */
export interface PromptFacts {
  parameters: Readonly<Record<string, Json>>;
  /** null: none was named, or the catalog does not know it yet. */
  entity: Entity | null;
  repository: TaskRepository;
  requesterRef: string;
}

export type FilledForm =
  | { ok: true; parameters: Record<string, Json> }
  | { ok: false; violations: Violation[] };

/**
 * Reads templates and works with them. Asks nobody and keeps nothing but what it compiled; what a
 * template's author wrote cannot reach anything but its own prompt.
 */
export interface Templates {
  /** undefined: the entity is not a template that can be used. */
  read(entity: Entity): ApprovedTemplate | undefined;
  /** Why it is not made for this entity, in sentences; [] means that it fits. */
  unfitness(template: ApprovedTemplate, entity: Entity | null): string[];
  /** Fills in defaults; violations never repeat a value. */
  fillForm(
    template: ApprovedTemplate,
    parameters: Readonly<Record<string, unknown>>,
  ): FilledForm;
  /**
   * The template's own part of the prompt. Free text stands in data blocks with this boundary.
   * null: the template cannot be rendered, which only its author can mend.
   */
  render(
    template: ApprovedTemplate,
    facts: PromptFacts,
    boundary: string,
  ): string | null;
}
