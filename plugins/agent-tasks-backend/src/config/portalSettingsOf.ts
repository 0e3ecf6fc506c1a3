import { PortalSettings } from '../access/ports/PortalSettings';
import { AgentTasksConfig } from './AgentTasksConfig';

/** What of the configuration people are told. No token is in it. */
export function portalSettingsOf(config: AgentTasksConfig): PortalSettings {
  return {
    operators: config.operators,
    identities: config.identities.map(({ id, type, host, owner }) => ({
      id,
      type,
      host,
      owner,
    })),
    policies: config.policies.policies.map(({ id, version, match }) => ({
      id,
      version,
      digest: config.policyDigests.get(id) ?? '',
      match: match ? { ...match, filter: filterOf(match.filter) } : {},
    })),
  };
}

/** As the API's own types have it: lists that could be changed. */
function filterOf(
  filter: Readonly<Record<string, string | readonly string[]>> | undefined,
): Record<string, string | string[]> | undefined {
  if (!filter) return undefined;
  return Object.fromEntries(
    Object.entries(filter).map(([path, wanted]) => [
      path,
      typeof wanted === 'string' ? wanted : [...wanted],
    ]),
  );
}
