import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

/**
 * The address of a repository that the scaffolder names as `host?owner=…&repo=…`. That form has no
 * protocol: it is the one by which the integration reaches the host.
 */
export function repositoryUrlOf(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
): string {
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
  if (!owner) {
    throw new InputError('repoUrl must name an owner and a repo');
  }
  const api = integrations.github.byHost(host)?.config.apiBaseUrl;
  const protocol = api?.startsWith('http:') ? 'http' : 'https';
  return `${protocol}://${host}/${owner}/${repo}`;
}
