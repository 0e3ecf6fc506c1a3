import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { Request, RequestHandler, Router } from 'express';
import { splitReference } from '../git/splitReference';
import { Simulator } from '../Simulator';
import { findAccount, findOrganization } from '../state/accounts';
import { pullByNumber } from '../state/pulls';
import {
  findRenamedRepository,
  findRepository,
  repositoryById,
  slugOf,
} from '../state/repositories';
import { PullRequest, Repository, Task } from '../state/World';
import { taskAddress } from '../api/tasks/presentTask';
import { avatar, icon } from './avatar';
import { homePage } from './home/homePage';
import { PERSON_COOKIE, personMay, Visit } from './layout/Visit';
import { actOnPull } from './pull/pullActions';
import { pullPage } from './pull/pullPage';
import { filePage } from './repository/filePage';
import { repositoryPage } from './repository/repositoryPage';
import { Answer, Elsewhere, press, show } from './show';
import { actOnTask } from './task/taskActions';
import { taskPage } from './task/taskPage';

const TASK = '/:room(copilot|agents)/tasks/:task';
const PULL = '/:owner/:repo/pull/:number(\\d+)';

function seen(visit: Visit, repository?: Repository): Repository | undefined {
  return repository && personMay(visit, repository, 'read')
    ? repository
    : undefined;
}

function repositoryOf(visit: Visit, req: Request): Repository | undefined {
  const { owner, repo } = req.params;
  return seen(visit, findRepository(visit.world, owner, repo));
}

function taskOf(
  visit: Visit,
  id: string,
): { task: Task; repository: Repository } | undefined {
  const task: Task | undefined = visit.world.tasks[id];
  const repository =
    task && seen(visit, repositoryById(visit.world, task.repositoryId));
  return repository && { task, repository };
}

function pullOf(
  visit: Visit,
  req: Request,
): { pull: PullRequest; repository: Repository } | undefined {
  const repository = repositoryOf(visit, req);
  const number = Number(req.params.number);
  const pull = repository && pullByNumber(visit.world, repository, number);
  return repository && pull && { pull, repository };
}

/** The page for people behind an Actions run: what it worked for. */
function behindRun(visit: Visit, req: Request): Answer {
  const repository = repositoryOf(visit, req);
  const run = visit.world.runs[req.params.run];
  if (!repository || run?.repositoryId !== repository.id) return undefined;
  const pull = run.pullId === null ? undefined : visit.world.pulls[run.pullId];
  if (pull) return new Elsewhere(`/${slugOf(repository)}/pull/${pull.number}`);
  const task = run.taskId ? visit.world.tasks[run.taskId] : undefined;
  return task && new Elsewhere(taskAddress(task, ''));
}

/** Leads an old name of a repository to the one it has now. */
function followRename(simulator: Simulator): RequestHandler {
  return (req, res, next) => {
    const { owner, repo } = req.params;
    const { world } = simulator;
    const renamed =
      !findRepository(world, owner, repo) &&
      findRenamedRepository(world, owner, repo);
    if (!renamed) {
      next();
      return;
    }
    const rest = req.path.split('/').slice(3);
    res.redirect(302, ['', slugOf(renamed), ...rest].join('/'));
  };
}

/** Pages to look at what agents did, and to do what GitHub only lets people do. They share the root with git. */
export function pageRouter(simulator: Simulator): Router {
  const router = Router();
  // eslint-disable-next-line no-restricted-syntax -- the simulator is never built: it runs from its sources
  const stylesheet = readFileSync(join(__dirname, 'layout/pages.css'), 'utf8');
  router.get('/_pages/pages.css', (_req, res) => {
    res.type('css').send(stylesheet);
  });
  router.get('/_pages/icon.svg', (_req, res) => {
    res.type('svg').send(icon);
  });
  router.get('/avatars/u/:id(\\d+)', (req, res, next) => {
    const picture = avatar(simulator.world, Number(req.params.id));
    if (picture) res.type('svg').send(picture.text);
    else next();
  });

  router.use(express.urlencoded({ extended: false, limit: '1mb' }));
  router.post('/_pages/person', (req, res) => {
    const { person, next } = req.body;
    // A path of ours; `//elsewhere` and `/\elsewhere` would leave.
    const back = /^\/(?![/\\])/.test(String(next)) ? String(next) : '/';
    res.cookie(PERSON_COOKIE, String(person), {
      httpOnly: true,
      sameSite: 'lax',
    });
    res.redirect(303, back);
  });

  router.get(
    '/',
    show(simulator, visit => homePage(visit)),
  );
  router.get('/:owner/:repo/:rest(*)?', followRename(simulator));
  router.get(
    TASK,
    show(simulator, (visit, req) => {
      const found = taskOf(visit, req.params.task);
      return found && taskPage(visit, found.task, found.repository);
    }),
  );
  router.post(
    `${TASK}/:action`,
    press(simulator, async (visit, req, text) => {
      const found = taskOf(visit, req.params.task);
      if (!found) return undefined;
      const { task, repository } = found;
      return {
        address: taskAddress(task, ''),
        perform: () =>
          actOnTask(visit, task, repository, req.params.action, text),
        page: again => taskPage(again, task, repository),
      };
    }),
  );
  router.get(
    PULL,
    show(simulator, (visit, req) => {
      const found = pullOf(visit, req);
      return found && pullPage(visit, found.pull, found.repository);
    }),
  );
  router.post(
    `${PULL}/:action`,
    press(simulator, async (visit, req, text) => {
      const found = pullOf(visit, req);
      if (!found) return undefined;
      const { pull, repository } = found;
      return {
        address: `/${slugOf(repository)}/pull/${pull.number}`,
        perform: () =>
          actOnPull({ visit, pull, repository, text }, req.params.action),
        page: again => pullPage(again, pull, repository),
      };
    }),
  );
  router.get(
    '/:owner/:repo/actions/runs/:run/:rest(*)?',
    show(simulator, behindRun),
  );
  router.get('/:owner/:repo/raw/:rest(*)', (req, res) => {
    const { owner, repo, rest } = req.params;
    res.redirect(302, `/raw/${owner}/${repo}/${encodeURI(rest)}`);
  });
  router.get(
    '/:owner/:repo/:kind(tree|blob)/:rest(*)',
    show(simulator, (visit, req) => {
      const repository = repositoryOf(visit, req);
      if (!repository) return undefined;
      const { ref, path } = splitReference(repository, req.params.rest);
      return filePage(visit, repository, ref, path);
    }),
  );
  router.get(
    '/:owner/:repo',
    show(simulator, (visit, req) => {
      const repository = repositoryOf(visit, req);
      return repository && repositoryPage(visit, repository);
    }),
  );
  router.get(
    '/:owner',
    show(simulator, (visit, req) => {
      const { owner } = req.params;
      const known =
        findOrganization(visit.world, owner) ?? findAccount(visit.world, owner);
      return known && homePage(visit, known.login);
    }),
  );
  router.use(show(simulator, () => undefined));
  return router;
}
