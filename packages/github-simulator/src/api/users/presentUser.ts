import { Account } from '../../state/World';
import { accountById, findAccount } from '../../state/accounts';
import { copilot } from '../../state/copilot';
import { NodeKind, nodeId } from '../../state/nodeId';
import { World } from '../../state/World';
import { isoTime } from '../isoTime';

const SUB_ADDRESSES = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
};

/** GitHub's "simple user": a person, an organization or the agent. */
function simpleUser(
  { id, login }: { id: number; login: string },
  type: 'User' | 'Organization' | 'Bot',
  origin: string,
) {
  const url = `${origin}/api/v3/users/${login}`;
  return {
    login,
    id,
    node_id: nodeId(type satisfies NodeKind, id),
    avatar_url: `${origin}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${origin}/${login}`,
    ...Object.fromEntries(
      Object.entries(SUB_ADDRESSES).map(([name, path]) => [name, url + path]),
    ),
    type,
    site_admin: false,
  };
}

/** Whoever is called so: a person, an organization, or the agent. */
export function presentActor(world: World, login: string, origin: string) {
  if (login === copilot.login) return simpleUser(copilot, 'Bot', origin);
  const organization = world.organizations.find(
    one => one.login.toLowerCase() === login.toLowerCase(),
  );
  if (organization) return simpleUser(organization, 'Organization', origin);
  const account = findAccount(world, login);
  return simpleUser(account ?? { id: 10137, login: 'ghost' }, 'User', origin);
}

export function presentActorById(world: World, id: number, origin: string) {
  return presentActor(world, accountById(world, id)?.login ?? 'ghost', origin);
}

export function presentUser(account: Account, origin: string) {
  const at = isoTime(account.createdAt);
  return {
    ...simpleUser(account, 'User', origin),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: at,
    updated_at: at,
  };
}
