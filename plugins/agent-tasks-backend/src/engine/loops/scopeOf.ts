import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

/** The file patterns the pinned template version allows; [] allows everything. */
export async function scopeOf(
  { store }: Pick<EngineParts, 'store'>,
  { template }: Task,
): Promise<string[]> {
  if (!template) return [];
  const pinned = await store.templateVersion(template.ref, template.version);
  const scope = (pinned?.spec as { scope?: { files?: string[] } } | undefined)
    ?.scope;
  return scope?.files ?? [];
}
