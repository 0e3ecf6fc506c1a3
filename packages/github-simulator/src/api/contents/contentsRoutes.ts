import { findContent, isPath } from '../../git/findContent';
import { presentCommit } from '../../git/presentCommit';
import { presentEntry, presentFile, Place } from '../../git/presentContent';
import { writeCommit } from '../../git/writeCommit';
import { requirePermission, visibleRepository } from '../access';
import { GitHubError, notFound, validationFailed } from '../GitHubError';
import { Answer, Call, Route } from '../Route';

const contract = { path: '/repos/{owner}/{repo}/contents/{path}' };

async function readContent(call: Call): Promise<Answer> {
  const { simulator, world, params, query } = call;
  const repository = visibleRepository(call);
  const bare = await simulator.git.open(world, repository);
  const ref = String(query.ref ?? repository.defaultBranch);
  const place: Place = { origin: simulator.origin, repository, ref };
  const { entry } = await findContent(bare, ref, params.path ?? '');
  if (entry.type === 'blob') {
    const content = await bare.blob(entry.sha);
    return { status: 200, body: presentFile(place, entry, content) };
  }
  const below = entry.path ? `${entry.path}/` : '';
  const entries = await bare.list(entry.sha);
  return {
    status: 200,
    body: entries.map(one =>
      presentEntry(place, { ...one, path: below + one.path }),
    ),
  };
}

/** Creates or replaces one file with a commit of its own. */
async function writeContent(call: Call): Promise<Answer> {
  const { simulator, world, params, body, viewer, now } = call;
  const repository = visibleRepository(call);
  requirePermission(call, repository, 'write');
  const branch = String(body.branch ?? repository.defaultBranch);
  const content = Buffer.from(String(body.content), 'base64');
  if (!isPath(params.path) || !/^[\w./-]+$/.test(branch))
    throw validationFailed({
      code: 'invalid',
      field: 'path',
      message: 'path contains a malformed path component',
    });

  return simulator.git.change(world, repository, now, async bare => {
    const parent = await bare.resolve(branch);
    if (!parent && repository.branches.length > 0)
      throw new GitHubError(404, `Branch ${branch} not found`);
    const before = parent && (await bare.at(parent, params.path));
    if (before && body.sha === undefined)
      throw validationFailed({
        code: 'missing_field',
        field: 'sha',
        message: '"sha" wasn\'t supplied.',
      });
    if (before && before.sha !== body.sha)
      throw new GitHubError(
        409,
        `${params.path} does not match ${String(body.sha)}`,
      );
    const sha = await writeCommit(bare, {
      ref: `refs/heads/${branch}`,
      parent,
      message: String(body.message),
      author: {
        name: viewer.name,
        email: `${viewer.id}+${viewer.login}@users.noreply.localhost`,
      },
      at: now,
      changes: { [params.path]: content },
    });
    const entry = await bare.at(sha, params.path);
    if (!entry) throw notFound();
    const place = { origin: simulator.origin, repository, ref: branch };
    return {
      status: before ? 200 : 201,
      body: {
        content: presentEntry(place, entry),
        commit: presentCommit(place, await bare.commit(sha)),
      },
      created: true,
    };
  });
}

export const contentsRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{path*}',
    contract,
    answer: readContent,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents',
    contract,
    answer: readContent,
  },
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/contents/{path*}',
    contract,
    answer: writeContent,
  },
];
