import { notFound } from '../api/GitHubError';
import { BareRepository, Entry } from './BareRepository';

export interface FoundContent {
  commit: string;
  entry: Entry;
}

/** Whether git would take it for a path: no empty, `.` or `..` part, no control character. */
export function isPath(path: string): boolean {
  return (
    !/\p{Cc}/u.test(path) &&
    path.split('/').every(part => !['', '.', '..', '.git'].includes(part))
  );
}

/**
 * The file or directory that a path of a branch, tag or commit names.
 * @throws GitHubError 404
 */
export async function findContent(
  bare: BareRepository,
  ref: string,
  path: string,
): Promise<FoundContent> {
  const clean = path.replace(/^\/+|\/+$/g, '');
  if (clean !== '' && !isPath(clean)) throw notFound();
  const commit = await bare.resolve(ref);
  const entry = commit && (await bare.at(commit, clean));
  if (!commit || !entry) throw notFound();
  return { commit, entry };
}
