import { EvidencePart } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ChangeScope } from '../../domain/prompt/changeScope';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

/** What the pinned template version asks of the work. */
export interface PinnedTerms {
  scope: ChangeScope;
  requiredParts: EvidencePart[];
}

/** The shape of a stored spec, as far as it is needed here; it was checked before it was kept. */
interface StoredSpec {
  scope?: Partial<ChangeScope>;
  evidence?: { required?: EvidencePart[] };
}

/** A task is judged by the spec it was asked with, whatever its template says today. */
export async function pinnedTerms(
  { store }: Pick<EngineParts, 'store'>,
  { template }: Task,
): Promise<PinnedTerms> {
  const pinned =
    template && (await store.templateVersion(template.ref, template.version));
  const spec = (pinned?.spec ?? {}) as StoredSpec;
  return {
    scope: {
      files: spec.scope?.files ?? [],
      maxFiles: spec.scope?.maxFiles ?? null,
      maxLines: spec.scope?.maxLines ?? null,
    },
    requiredParts: spec.evidence?.required ?? [],
  };
}
