import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { agentTasksTranslationRef } from '../../../translations';

/** Our words, as `useTranslationRef` gives them. */
export type Translate = TranslationFunction<
  (typeof agentTasksTranslationRef)['T']
>;

/** What is wrong with a field, by the name of the rule in JSON Schema. */
export function ruleWords(
  t: Translate,
  rule: string,
  details: { limit?: unknown; example?: unknown; hint?: string } = {},
): string {
  const { limit, example, hint } = details;
  switch (rule) {
    case 'required':
      return t('run.ruleRequired');
    case 'pattern':
    case 'format':
      return typeof example === 'string'
        ? t('run.rulePatternExample', { example })
        : t('run.rulePattern');
    case 'minLength':
      return t('run.ruleMinLength', { limit: String(limit) });
    case 'maxLength':
      return t('run.ruleMaxLength', { limit: String(limit) });
    case 'enum':
    case 'oneOf':
    case 'const':
      return t('run.ruleEnum');
    case 'type':
      return t('run.ruleType');
    default:
      return hint === undefined ? t('run.ruleOther') : t('run.must', { hint });
  }
}

/** A property of the form, by its name. */
export function propertyOf(
  parameters: Template['parameters'],
  name: string,
): Record<string, unknown> {
  const properties = Object(parameters.properties);
  return Object.hasOwn(properties, name) ? Object(properties[name]) : {};
}

/** What people call a parameter. */
export function titleOf(
  parameters: Template['parameters'],
  name: string,
): string {
  const { title } = propertyOf(parameters, name);
  return typeof title === 'string' ? title : name;
}
