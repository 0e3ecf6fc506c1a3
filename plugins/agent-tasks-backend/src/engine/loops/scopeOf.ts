import { ChangeScope } from '../../domain/prompt/changeScope';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

/** How far the pinned template version lets a change go. */
export async function scopeOf(
  { store }: Pick<EngineParts, 'store'>,
  { template }: Task,
): Promise<ChangeScope> {
  const pinned =
    template && (await store.templateVersion(template.ref, template.version));
  const spec = pinned?.spec as { scope?: Partial<ChangeScope> } | undefined;
  return {
    files: spec?.scope?.files ?? [],
    maxFiles: spec?.scope?.maxFiles ?? null,
    maxLines: spec?.scope?.maxLines ?? null,
  };
}
