import { ProviderFile } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, numberOf, textOf } from './lenient';

/**
 * The files of one page; undefined when the answer is no list. A renamed file counts with both its
 * names: a change moves out of a place as well as into one.
 */
export function readFiles(body: unknown): ProviderFile[] | undefined {
  if (!Array.isArray(body)) return undefined;
  return body.flatMap(value => {
    const file = fieldsOf(value);
    const path = textOf(file?.filename);
    if (!file || !path) return [];
    const additions = numberOf(file.additions) ?? 0;
    const deletions = numberOf(file.deletions) ?? 0;
    const former = textOf(file.previous_filename);
    return [
      { path, additions, deletions },
      ...(former ? [{ path: former, additions: 0, deletions: 0 }] : []),
    ];
  });
}
