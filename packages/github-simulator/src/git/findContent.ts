import { notFound } from '../api/GitHubError';
import { BareRepository, Entry } from './BareRepository';

export interface FoundContent {
  commit: string;
  entry: Entry;
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
  const commit = await bare.resolve(ref);
  const clean = path.replace(/^\/+|\/+$/g, '');
  const entry = commit && (await bare.at(commit, clean));
  if (!commit || !entry) throw notFound();
  return { commit, entry };
}
