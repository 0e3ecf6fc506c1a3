import {
  ProviderFile,
  TaskFlag,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { pathGlob } from './pathGlob';

/** How far a template lets a change go. No files named: everywhere. */
export interface ChangeScope {
  files: readonly string[];
  maxFiles: number | null;
  maxLines: number | null;
}

/** A change compared with its scope. */
export interface ScopeReport {
  outOfScope: string[];
  flags: Extract<TaskFlag, 'out_of_scope_files' | 'too_large'>[];
}

/** Which of the files that were really touched are outside, and whether there are too many. */
export function scopeReport(
  scope: ChangeScope,
  files: readonly ProviderFile[],
): ScopeReport {
  const isInside = scope.files.map(pathGlob);
  const outOfScope =
    isInside.length === 0
      ? []
      : files
          .map(({ path }) => path)
          .filter(path => !isInside.some(matches => matches(path)));
  const lines = files.reduce(
    (sum, { additions, deletions }) => sum + additions + deletions,
    0,
  );
  const isTooLarge =
    files.length > (scope.maxFiles ?? Infinity) ||
    lines > (scope.maxLines ?? Infinity);
  return {
    outOfScope,
    flags: [
      ...(outOfScope.length > 0 ? (['out_of_scope_files'] as const) : []),
      ...(isTooLarge ? (['too_large'] as const) : []),
    ],
  };
}
