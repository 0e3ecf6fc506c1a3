import { ProviderArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, idOf, known, textOf } from './lenient';

/** Reads a pull request or a branch; other kinds stay in the raw record until we know them. */
export function readArtifact(value: unknown): ProviderArtifact | undefined {
  const artifact = fieldsOf(value);
  const data = fieldsOf(artifact?.data);
  if (!artifact || !data) return undefined;
  if (artifact.type === 'pull') {
    const databaseId = idOf(data.id);
    return (
      (databaseId &&
        known({
          type: 'pull_request' as const,
          databaseId,
          globalId: idOf(data.global_id),
        })) ||
      undefined
    );
  }
  const headRef = artifact.type === 'branch' && textOf(data.head_ref);
  return (
    (headRef &&
      known({
        type: 'branch' as const,
        headRef,
        baseRef: textOf(data.base_ref),
      })) ||
    undefined
  );
}
