import { Permission, Repository } from '../../state/World';
import { findAccount, findOrganization } from '../../state/accounts';
import { between } from '../../state/dice';
import {
  addRepository,
  branchOf,
  findRepository,
  permissionOf,
} from '../../state/repositories';
import { requirePermission, visibleRepository } from '../access';
import { GitHubError, notFound } from '../GitHubError';
import { Answer, Call, Route } from '../Route';
import { presentFullRepository } from './presentRepository';

/** GitHub's older words for two of the permissions. */
const PERMISSIONS: Record<string, Permission> = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

/**
 * What the members of an organization may do in a repository nobody gave them. Members are those who were given
 * something in another repository of it.
 */
function memberPermissions({ world }: Call, organization: string) {
  const members = world.repositories
    .filter(one => one.owner.toLowerCase() === organization.toLowerCase())
    .flatMap(one => Object.keys(one.collaborators));
  return Object.fromEntries(
    members.map(login => [login, 'write' as Permission]),
  );
}

function create(
  call: Call,
  owner: string,
  collaborators: Record<string, Permission>,
): Answer {
  const { world, viewer, token, body, now, simulator } = call;
  if (token.repositories !== null)
    throw new GitHubError(
      403,
      'Resource not accessible by personal access token',
    );
  const name = String(body.name).replace(/[^A-Za-z0-9._-]+/g, '-');
  if (findRepository(world, owner, name))
    throw new GitHubError(422, 'Repository creation failed.', {
      errors: [
        {
          resource: 'Repository',
          code: 'custom',
          field: 'name',
          message: 'name already exists on this account',
        },
      ],
    });
  const description = String(body.description ?? '');
  const repository = addRepository(
    world,
    {
      owner,
      name,
      description,
      private: body.visibility
        ? body.visibility !== 'public'
        : body.private === true,
      collaborators: { ...collaborators, [viewer.login]: 'admin' },
      files: body.auto_init
        ? { 'README.md': `# ${name}\n\n${description}`.trim().concat('\n') }
        : {},
    },
    now,
  );
  // The agent takes a while to notice a new repository, and answers 404 until then.
  repository.agentReadyAt =
    now +
    between(8_000, 25_000, world.seed, 'agent ready', repository.id) /
      simulator.settings.speed;
  if (!body.auto_init) repository.branches = [];
  return {
    status: 201,
    created: true,
    headers: {
      location: `${simulator.origin}/api/v3/repos/${owner}/${name}`,
    },
    body: presentFullRepository(world, repository, simulator.origin, 'admin'),
  };
}

/** @throws GitHubError 404 "Branch not found", the words that Backstage's actions look for before they try again */
function requireBranch(call: Call): Repository {
  const repository = visibleRepository(call);
  requirePermission(call, repository, 'admin');
  if (!branchOf(repository, call.params.branch))
    throw new GitHubError(404, 'Branch not found');
  return repository;
}

/** What a software template does to bring a repository into being. */
export const creationRoutes: Route[] = [
  {
    method: 'POST',
    path: '/orgs/{org}/repos',
    answer: call => {
      const organization = findOrganization(call.world, call.params.org);
      if (!organization) throw notFound();
      const members = memberPermissions(call, organization.login);
      const isMember = Object.keys(members).some(
        login => login.toLowerCase() === call.viewer.login.toLowerCase(),
      );
      if (Object.keys(members).length > 0 && !isMember)
        throw new GitHubError(
          403,
          'You need admin access to the organization before adding a repository to it.',
        );
      return create(call, organization.login, members);
    },
  },
  {
    method: 'POST',
    path: '/user/repos',
    answer: call => create(call, call.viewer.login, {}),
  },
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/collaborators/{username}',
    answer: call => {
      const repository = visibleRepository(call);
      requirePermission(call, repository, 'admin');
      const account = findAccount(call.world, call.params.username);
      if (!account) throw notFound();
      const wanted = String(call.body.permission ?? 'push');
      const had = Object.keys(repository.collaborators).find(
        login => login.toLowerCase() === account.login.toLowerCase(),
      );
      if (had) delete repository.collaborators[had];
      repository.collaborators[account.login] =
        PERMISSIONS[wanted] ?? permissionOf(repository, account.login);
      return { status: 204 };
    },
  },
  {
    // Accepted and kept nowhere: nothing here looks at topics.
    method: 'PUT',
    path: '/repos/{owner}/{repo}/topics',
    answer: call => {
      requirePermission(call, visibleRepository(call), 'admin');
      return { status: 200, body: { names: call.body.names } };
    },
  },
  {
    // Accepted and kept nowhere: every repository asks for one review, as `reviewDecision` says.
    method: 'PUT',
    path: '/repos/{owner}/{repo}/branches/{branch}/protection',
    answer: call => {
      requireBranch(call);
      return {
        status: 200,
        body: {
          url: call.address,
          enforce_admins: {
            url: `${call.address}/enforce_admins`,
            enabled: call.body.enforce_admins === true,
          },
        },
      };
    },
  },
  {
    // Accepted and kept nowhere: pushes are not signed here.
    method: 'POST',
    path: '/repos/{owner}/{repo}/branches/{branch}/protection/required_signatures',
    answer: call => {
      requireBranch(call);
      return { status: 200, body: { url: call.address, enabled: true } };
    },
  },
];
