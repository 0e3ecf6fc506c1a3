import { slugOf } from '../state/repositories';
import { Commit } from './BareRepository';
import { Place } from './presentContent';

type CommitPlace = Pick<Place, 'origin' | 'repository'>;

const unsigned = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit as git knows it: who, when, what it stands on. */
export function presentCommit(
  { origin, repository }: CommitPlace,
  commit: Commit,
) {
  const slug = slugOf(repository);
  const api = `${origin}/api/v3/repos/${slug}`;
  return {
    sha: commit.sha,
    node_id: `C_kw${Buffer.from(commit.sha).toString('base64url')}`,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${origin}/${slug}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${origin}/${slug}/commit/${sha}`,
    })),
    verification: unsigned,
  };
}

/** A commit as the repository shows it. Nobody's account is tied to a git author here, so both are null. */
export function presentRepositoryCommit(place: CommitPlace, commit: Commit) {
  const slug = slugOf(place.repository);
  const api = `${place.origin}/api/v3/repos/${slug}`;
  const { sha, node_id, parents, html_url, ...detail } = presentCommit(
    place,
    commit,
  );
  return {
    sha,
    node_id,
    url: `${api}/commits/${sha}`,
    html_url,
    comments_url: `${api}/commits/${sha}/comments`,
    commit: { ...detail, comment_count: 0 },
    author: null,
    committer: null,
    parents,
  };
}
