import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  agentTaskTemplateEntitySchema,
  violationsOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Entity } from '@backstage/catalog-model';
import { parametersViolations } from './parametersViolations';
import { promptViolations } from './promptViolations';

/**
 * Everything that is wrong with a template, so that its author reads it once and mends it once.
 * The first word on a field counts: what is not even an object is not blamed again as a schema.
 */
export function templateViolations(entity: Entity): Violation[] {
  const parsed = agentTaskTemplateEntitySchema.safeParse(entity);
  const spec = entity.spec ?? {};
  const violations = [
    ...(parsed.success ? [] : violationsOf(parsed.error)),
    ...parametersViolations(spec.parameters),
    ...promptViolations(spec),
  ];
  return violations.filter(
    ({ field }, index) =>
      violations.findIndex(other => other.field === field) === index,
  );
}
