import { Permission } from '../../state/World';
import { findAccount } from '../../state/accounts';
import {
  branchOf,
  findRepository,
  mayOn,
  permissionOf,
  renameRepository,
  repositoryById,
} from '../../state/repositories';
import { requirePermission, visibleRepository } from '../access';
import { notFound, validationFailed } from '../GitHubError';
import { paginate } from '../paging';
import { Call, Route } from '../Route';
import { presentActor } from '../users/presentUser';
import { presentFullRepository } from './presentRepository';

/** GitHub's old four words; the finer role is told beside it. */
const LEGACY: Record<Permission, string> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

function present({ world, viewer, simulator }: Call, id: number) {
  const repository = repositoryById(world, id);
  if (!repository) throw notFound();
  return presentFullRepository(
    world,
    repository,
    simulator.origin,
    permissionOf(repository, viewer.login),
  );
}

export const repositoryRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    answer: call => ({
      status: 200,
      body: present(call, visibleRepository(call).id),
    }),
  },
  {
    // GitHub serves this without describing it; it answers as the route by slug does.
    method: 'GET',
    path: '/repositories/{id}',
    contract: { path: '/repos/{owner}/{repo}' },
    answer: call => {
      const repository = repositoryById(call.world, Number(call.params.id));
      if (!repository || !mayOn(repository, call.viewer, call.token, 'read')) {
        throw notFound();
      }
      return { status: 200, body: present(call, repository.id) };
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}',
    answer: call => {
      const repository = visibleRepository(call);
      requirePermission(call, repository, 'admin');
      const { name, description } = call.body;
      if (typeof name === 'string' && name !== repository.name) {
        if (findRepository(call.world, repository.owner, name)) {
          throw validationFailed({ code: 'already_exists', field: 'name' });
        }
        renameRepository(repository, { name }, call.now);
      }
      if (typeof description === 'string') repository.description = description;
      return { status: 200, body: present(call, repository.id) };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches',
    answer: call => {
      const repository = visibleRepository(call);
      const page = paginate(repository.branches, call);
      return {
        status: 200,
        headers: page.headers,
        body: page.items.map(branch => ({
          name: branch.name,
          commit: { sha: branch.sha, url: `${call.address}/${branch.sha}` },
          protected: false,
        })),
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    answer: call => {
      const repository = visibleRepository(call);
      requirePermission(call, repository, 'write');
      const account = findAccount(call.world, call.params.username);
      if (!account) throw notFound();
      const permission = permissionOf(repository, account.login);
      const role = permission === 'none' ? '' : permission;
      return {
        status: 200,
        body: {
          permission: LEGACY[permission],
          role_name: role,
          user: {
            ...presentActor(call.world, account.login, call.simulator.origin),
            role_name: role,
          },
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/copilot/cloud-agent/configuration',
    answer: call => {
      const repository = visibleRepository(call);
      requirePermission(call, repository, 'write');
      if (!repository.agentEnabled) throw notFound();
      return {
        status: 200,
        body: {
          mcp_configuration: null,
          enabled_tools: {
            codeql: true,
            copilot_code_review: true,
            secret_scanning: true,
            dependency_vulnerability_checks: true,
          },
          require_actions_workflow_approval: repository.workflowApproval,
          is_firewall_enabled: true,
          is_firewall_recommended_allowlist_enabled: true,
          custom_allowlist: [],
          is_automations_enabled: true,
          require_write_access_for_automation_triggers: true,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch*}',
    contract: { path: '/repos/{owner}/{repo}/branches/{branch}' },
    answer: call => {
      const repository = visibleRepository(call);
      const branch = branchOf(repository, call.params.branch);
      if (!branch) throw notFound();
      return { status: 200, body: presentBranch(call, branch) };
    },
  },
];

function presentBranch(
  { address }: Call,
  branch: { name: string; sha: string },
) {
  const commit = {
    sha: branch.sha,
    node_id: branch.sha,
    url: address,
    html_url: address,
    comments_url: address,
    author: null,
    committer: null,
    commit: {
      url: address,
      author: null,
      committer: null,
      message: `Newest commit of ${branch.name}`,
      comment_count: 0,
      tree: { sha: branch.sha, url: address },
    },
    parents: [],
  };
  return {
    name: branch.name,
    commit,
    _links: { self: address, html: address },
    protected: false,
    protection: { enabled: false },
    protection_url: `${address}/protection`,
  };
}
