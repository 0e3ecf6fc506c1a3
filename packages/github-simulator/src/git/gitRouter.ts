import { NextFunction, Request, Response, Router } from 'express';
import { GitHubError } from '../api/GitHubError';
import { credentialOf } from '../door/credentialOf';
import { exchangeOf } from '../door/Exchange';
import { openExchange } from '../door/openExchange';
import { spoil } from '../door/spoil';
import { Simulator } from '../Simulator';
import { identify } from '../state/accounts';
import {
  findRenamedRepository,
  findRepository,
  mayOn,
  slugOf,
} from '../state/repositories';
import { Repository } from '../state/World';
import { httpBackend } from './httpBackend';

const ADDRESS =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** Clone, fetch and push over HTTP, at `/{owner}/{repo}.git`. A token is the password; the user name does not count. */
export function gitRouter(simulator: Simulator): Router {
  const router = Router();
  const door = [openExchange(simulator), spoil(simulator)];
  router.all(
    ADDRESS,
    door,
    (req: Request, res: Response, next: NextFunction) => {
      answer(simulator, req, res).catch(error => {
        if (!(error instanceof GitHubError)) {
          next(error);
          return;
        }
        res.status(error.status).set(error.headers);
        res.type('text/plain').send(`${error.message}\n`);
      });
    },
  );
  return router;
}

async function answer(simulator: Simulator, req: Request, res: Response) {
  const { world } = simulator;
  const [, owner, name, service] = ADDRESS.exec(req.path) ?? [];
  const writes =
    service === 'git-receive-pack' || req.query.service === 'git-receive-pack';
  exchangeOf(res).operation = writes ? 'git push' : 'git fetch';

  const renamed =
    !findRepository(world, owner, name) &&
    findRenamedRepository(world, owner, name);
  if (renamed) {
    const query = req.originalUrl.split('?')[1];
    res.redirect(
      301,
      `${simulator.origin}/${slugOf(renamed)}.git/${service}${
        query ? `?${query}` : ''
      }`,
    );
    return;
  }
  const repository = findRepository(world, owner, name);
  const login = admit(simulator, req, repository, writes);
  if (!repository) throw new GitHubError(404, 'Repository not found.');

  const serve = (directory: string, beforeEnd: () => Promise<void>) =>
    httpBackend(req, res, { directory, service, login }, beforeEnd);
  if (service === 'git-receive-pack') {
    await simulator.git.change(
      world,
      repository,
      simulator.now(),
      (bare, seen) =>
        serve(bare.directory, async () => {
          await seen();
          simulator.save();
        }),
    );
  } else {
    const bare = await simulator.git.open(world, repository);
    await serve(bare.directory, async () => {});
  }
}

/**
 * Who asks, if they may.
 * @throws GitHubError as GitHub says it: 401 asks for a token, 404 hides what one may not see, 403 refuses the push
 */
function admit(
  simulator: Simulator,
  req: Request,
  repository: Repository | undefined,
  writes: boolean,
): string {
  const known = identify(simulator.world, credentialOf(req), simulator.now());
  if ('refused' in known) {
    const open = known.refused === 'missing' && !writes;
    if (open && repository && !repository.private) return 'anonymous';
    throw new GitHubError(
      401,
      known.refused === 'missing'
        ? 'No anonymous write access.'
        : 'Invalid username or token.',
      { headers: { 'www-authenticate': 'Basic realm="GitHub"' } },
    );
  }
  const { who, token } = known;
  if (!repository || !mayOn(repository, who, token, 'read'))
    throw new GitHubError(404, 'Repository not found.');
  if (writes && !mayOn(repository, who, token, 'write'))
    throw new GitHubError(
      403,
      `Permission to ${slugOf(repository)}.git denied to ${who.login}.`,
    );
  if (writes && repository.archived)
    throw new GitHubError(
      403,
      'This repository was archived so it is read-only.',
    );
  return who.login;
}
