import { NextFunction, Request, Response, Router } from 'express';
import { GitHubError, notFound } from '../api/GitHubError';
import { credentialOf } from '../door/credentialOf';
import { exchangeOf } from '../door/Exchange';
import { refuse } from '../door/refuse';
import { Simulator } from '../Simulator';
import { identify } from '../state/accounts';
import { findRepository, mayOn } from '../state/repositories';
import { Repository } from '../state/World';
import { findContent } from './findContent';
import { splitReference } from './splitReference';

/** Files as they are, in place of JSON about them. */
const RAW = /\bapplication\/vnd\.github(\.v3)?\.raw\b/;

type Download = (req: Request, res: Response) => Promise<void>;

/**
 * Runs before the REST routes, which only speak JSON: single files where the client accepts them raw, and archives.
 * https://docs.github.com/rest/repos/contents
 */
export function downloadRouter(simulator: Simulator): Router {
  const router = Router();
  router.get(
    '/repos/:owner/:repo/contents/*',
    guarded(async (req, res) => {
      exchangeOf(res).operation =
        'GET /repos/{owner}/{repo}/contents/{path} (raw)';
      const repository = visible(simulator, req);
      const ref = req.query.ref ?? repository.defaultBranch;
      const asked = { ref: String(ref), path: req.params[0] };
      await sendFile(simulator, repository, asked, req, res);
    }, isRaw),
  );
  router.get(
    '/repos/:owner/:repo/:format(tarball|zipball)/:ref(*)?',
    guarded(async (req, res) => {
      exchangeOf(
        res,
      ).operation = `GET /repos/{owner}/{repo}/${req.params.format}/{ref}`;
      await sendArchive(simulator, visible(simulator, req), req, res);
    }),
  );
  return router;
}

/** `/raw/{owner}/{repo}/{branch}/{path}`, as GitHub Enterprise Server has it. */
export function rawRouter(simulator: Simulator): Router {
  const router = Router();
  router.get(
    '/:owner/:repo/*',
    guarded(async (req, res) => {
      simulator.catchUp();
      const repository = visible(simulator, req);
      const { ref, path } = splitReference(repository, req.params[0]);
      await sendFile(simulator, repository, { ref, path }, req, res);
    }),
  );
  return router;
}

function isRaw(req: Request): boolean {
  return RAW.test(req.headers.accept ?? '');
}

function guarded(download: Download, fits = (_req: Request) => true) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (!fits(req)) {
      next();
      return;
    }
    download(req, res).catch(error => {
      if (error instanceof GitHubError) refuse(res, error);
      else next(error);
    });
  };
}

function visible(simulator: Simulator, req: Request): Repository {
  const { world } = simulator;
  const { owner, repo } = req.params;
  const repository = findRepository(world, owner, repo);
  const known = identify(world, credentialOf(req), simulator.now());
  const may =
    repository &&
    ('refused' in known
      ? !repository.private
      : mayOn(repository, known.who, known.token, 'read'));
  if (!may) throw notFound();
  return repository;
}

async function sendFile(
  simulator: Simulator,
  repository: Repository,
  { ref, path }: { ref: string; path: string },
  req: Request,
  res: Response,
) {
  const bare = await simulator.git.open(simulator.world, repository);
  const { commit, entry } = await findContent(bare, ref, path);
  if (entry.type !== 'blob') throw notFound();
  const etag = `"${entry.sha}"`;
  const { committer } = await bare.commit(commit);
  res.set({
    etag,
    'last-modified': new Date(committer.date).toUTCString(),
    // Whatever the file says it is, a browser must not run it.
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  if (req.headers['if-none-match'] === etag) res.status(304).end();
  else res.end(await bare.blob(entry.sha));
}

async function sendArchive(
  simulator: Simulator,
  repository: Repository,
  req: Request,
  res: Response,
) {
  const bare = await simulator.git.open(simulator.world, repository);
  const ref = req.params.ref || repository.defaultBranch;
  const commit = await bare.resolve(ref);
  if (!commit) throw notFound();
  const { owner, name } = repository;
  const folder = `${owner}-${name}-${commit.slice(0, 7)}`;
  const [format, type] =
    req.params.format === 'tarball'
      ? (['tar.gz', 'application/x-gzip'] as const)
      : (['zip', 'application/zip'] as const);
  res.set({
    'content-type': type,
    'content-disposition': `attachment; filename=${folder}.${format}`,
  });
  res.end(await bare.archive(format, commit, folder));
}
