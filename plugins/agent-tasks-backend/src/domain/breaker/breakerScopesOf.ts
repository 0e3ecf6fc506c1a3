import { Task } from '../task/task';
import { BreakerScope } from './breakerFact';

/** Whom the starts of these tasks depend on: their providers and templates, each once. */
export function breakerScopesOf(tasks: readonly Task[]): BreakerScope[] {
  const scopes = new Map<string, BreakerScope>();
  for (const { providerId, template } of tasks) {
    scopes.set(`provider ${providerId}`, { kind: 'provider', ref: providerId });
    if (template) {
      const { ref } = template;
      scopes.set(`template ${ref}`, { kind: 'template', ref });
    }
  }
  return [...scopes.values()];
}
