import { ProviderArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { compareCodeUnits } from '../record/canonicalJson';

/** The key of an artifact at the provider; never the key of a task. */
export function artifactKey(artifact: ProviderArtifact): string {
  return artifact.type === 'branch'
    ? `branch:${artifact.headRef}`
    : `pull_request:${artifact.databaseId}`;
}

/** The union by key. What the agent once produced stays listed even when a later read omits it. */
export function mergeArtifacts(
  known: readonly ProviderArtifact[],
  read: readonly ProviderArtifact[],
): ProviderArtifact[] {
  const byKey = new Map<string, ProviderArtifact>();
  for (const artifact of [...known, ...read]) {
    const key = artifactKey(artifact);
    byKey.set(key, united(byKey.get(key), artifact));
  }
  return [...byKey.entries()]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([, artifact]) => artifact);
}

function united(
  known: ProviderArtifact | undefined,
  read: ProviderArtifact,
): ProviderArtifact {
  if (known?.type === 'branch' && read.type === 'branch') {
    const baseRef = greater(known.baseRef, read.baseRef);
    return { ...read, ...(baseRef === undefined ? {} : { baseRef }) };
  }
  if (known?.type === 'pull_request' && read.type === 'pull_request') {
    const globalId = greater(known.globalId, read.globalId);
    return { ...read, ...(globalId === undefined ? {} : { globalId }) };
  }
  return read;
}

/** Of two values for one fact any fixed choice will do, as long as order plays no part. */
function greater(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
