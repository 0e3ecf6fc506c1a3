import { isoTime } from '../api/isoTime';
import { findAccount, findOrganization } from '../state/accounts';
import { copilot } from '../state/copilot';
import { nodeId } from '../state/nodeId';
import { Asker } from './Asker';
import { Node } from './Node';

/** GraphQL calls the agent by the name of its app; REST calls the same account `Copilot`. */
const AGENT_LOGIN = 'copilot-swe-agent';

function common(
  { origin }: Asker,
  typename: 'User' | 'Bot' | 'Organization',
  who: { id: number; login: string },
  path: string,
) {
  return {
    __typename: typename,
    id: nodeId(typename, who.id),
    databaseId: who.id,
    login: who.login,
    url: origin + path,
    resourcePath: path,
    avatarUrl: `${origin}/avatars/u/${who.id}`,
  };
}

/** The person, organization or agent of a login; null for nobody. */
export function actorNode(asker: Asker, login: string): Node | null {
  const { world } = asker;
  if (login === copilot.login) {
    const agent = { id: copilot.id, login: AGENT_LOGIN };
    return common(asker, 'Bot', agent, `/apps/${AGENT_LOGIN}`);
  }
  const organization = findOrganization(world, login);
  if (organization) {
    return {
      ...common(asker, 'Organization', organization, `/${organization.login}`),
      name: organization.login,
      description: null,
    };
  }
  const account = findAccount(world, login);
  if (!account) return null;
  return {
    ...common(asker, 'User', account, `/${account.login}`),
    name: account.name,
    bio: null,
    company: null,
    email: '',
    isViewer: account.id === asker.viewer.id,
    createdAt: isoTime(account.createdAt),
    updatedAt: isoTime(account.createdAt),
  };
}
