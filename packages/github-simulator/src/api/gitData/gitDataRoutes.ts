import { presentRepositoryCommit } from '../../git/presentCommit';
import { base64 } from '../../git/presentContent';
import { slugOf } from '../../state/repositories';
import { visibleRepository } from '../access';
import { GitHubError, notFound } from '../GitHubError';
import { Call, Route } from '../Route';

const SHA = /^[0-9a-f]{40}$/;

async function opened(call: Call) {
  const repository = visibleRepository(call);
  const bare = await call.simulator.git.open(call.world, repository);
  const api = `${call.simulator.origin}/api/v3/repos/${slugOf(repository)}`;
  return { repository, bare, api, origin: call.simulator.origin };
}

/** Objects of git by their names; a branch is a name of a tree and of a commit, too. */
export const gitDataRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha*}',
    contract: { path: '/repos/{owner}/{repo}/git/trees/{tree_sha}' },
    answer: async call => {
      const { bare, api } = await opened(call);
      const asked = call.params.tree_sha;
      const commit = await bare.resolve(asked);
      const sha = commit ? (await bare.commit(commit)).tree : asked;
      if (!SHA.test(sha) || !(await bare.has(`${sha}^{tree}`)))
        throw notFound();
      const recursive = call.query.recursive !== undefined;
      const entries = await bare.list(sha, { recursive });
      return {
        status: 200,
        body: {
          sha,
          url: `${api}/git/trees/${sha}`,
          tree: entries.map(({ size, ...entry }) => ({
            ...entry,
            ...(size !== null && { size }),
            url: `${api}/git/${entry.type}s/${entry.sha}`,
          })),
          truncated: false,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    answer: async call => {
      const { bare, api } = await opened(call);
      const sha = call.params.file_sha;
      if (!SHA.test(sha) || !(await bare.has(`${sha}^{blob}`)))
        throw notFound();
      const content = await bare.blob(sha);
      return {
        status: 200,
        body: {
          sha,
          node_id: `B_kw${Buffer.from(sha).toString('base64url')}`,
          size: content.length,
          url: `${api}/git/blobs/${sha}`,
          content: base64(content),
          encoding: 'base64',
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref*}',
    contract: { path: '/repos/{owner}/{repo}/git/ref/{ref}' },
    answer: async call => {
      const { bare, api, repository } = await opened(call);
      if (repository.branches.length === 0)
        throw new GitHubError(409, 'Git Repository is empty.');
      const { ref } = call.params;
      const sha = (await bare.refs()).get(`refs/${ref}`);
      if (!sha || !/^(heads|tags)\//.test(ref)) throw notFound();
      return {
        status: 200,
        body: {
          ref: `refs/${ref}`,
          node_id: `REF_kw${Buffer.from(ref).toString('base64url')}`,
          url: `${api}/git/refs/${ref}`,
          object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}',
    answer: async call => {
      const { bare, repository, origin } = await opened(call);
      const sha = await bare.resolve(call.params.ref);
      if (!sha)
        throw new GitHubError(
          422,
          `No commit found for SHA: ${call.params.ref}`,
        );
      const commit = await bare.commit(sha);
      return {
        status: 200,
        body: presentRepositoryCommit({ origin, repository }, commit),
      };
    },
  },
];
