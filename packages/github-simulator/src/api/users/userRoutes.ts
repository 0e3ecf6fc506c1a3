import { findAccount, findOrganization } from '../../state/accounts';
import { copilot } from '../../state/copilot';
import { notFound } from '../GitHubError';
import { isoTime } from '../isoTime';
import { Route } from '../Route';
import { presentActor, presentUser } from './presentUser';

export const userRoutes: Route[] = [
  {
    method: 'GET',
    path: '/user',
    answer: ({ viewer, token, simulator }) => ({
      status: 200,
      body: presentUser(viewer, simulator.origin),
      headers: token.kind === 'classic' ? { 'x-oauth-scopes': 'repo' } : {},
    }),
  },
  {
    method: 'GET',
    path: '/users/{username}',
    answer: ({ world, params, simulator }) => {
      const { username } = params;
      const account = findAccount(world, username);
      if (account) {
        return { status: 200, body: presentUser(account, simulator.origin) };
      }
      const organization = findOrganization(world, username);
      if (!organization && username !== copilot.login) throw notFound();
      const stranger = {
        ...copilot,
        name: username,
        seat: false,
        createdAt: 0,
      };
      return {
        status: 200,
        body: {
          ...presentUser(stranger, simulator.origin),
          ...presentActor(world, username, simulator.origin),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/rate_limit',
    answer: ({ simulator, viewer, now }) => {
      const core = simulator.limits.standing(
        viewer.login,
        simulator.settings.limits,
        now,
      );
      const { reset } = core;
      const search = { limit: 30, used: 0, remaining: 30, reset };
      return {
        status: 200,
        body: { resources: { core, search, graphql: core }, rate: core },
      };
    },
  },
  {
    method: 'GET',
    path: '/orgs/{org}',
    answer: ({ world, params, simulator }) => {
      const organization = findOrganization(world, params.org);
      if (!organization) throw notFound();
      const { login, id, node_id, avatar_url } = presentActor(
        world,
        organization.login,
        simulator.origin,
      );
      const url = `${simulator.origin}/api/v3/orgs/${login}`;
      return {
        status: 200,
        body: {
          login,
          id,
          node_id,
          avatar_url,
          url,
          repos_url: `${url}/repos`,
          events_url: `${url}/events`,
          hooks_url: `${url}/hooks`,
          issues_url: `${url}/issues`,
          members_url: `${url}/members{/member}`,
          public_members_url: `${url}/public_members{/member}`,
          html_url: `${simulator.origin}/${login}`,
          description: null,
          has_organization_projects: true,
          has_repository_projects: true,
          public_repos: 0,
          public_gists: 0,
          followers: 0,
          following: 0,
          type: 'Organization',
          archived_at: null,
          created_at: isoTime(0),
          updated_at: isoTime(0),
        },
      };
    },
  },
];
