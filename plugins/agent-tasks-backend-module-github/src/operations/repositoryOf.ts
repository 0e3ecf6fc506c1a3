import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { RepositoryRef } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { GitHubHosts } from '../client/GitHubHosts';

const PROJECT_SLUG = 'github.com/project-slug';

function hostOf(location: string | undefined): string | undefined {
  const url = location?.replace(/^url:/, '');
  return url && /^https?:/i.test(url) && URL.canParse(url)
    ? new URL(url).host.toLowerCase()
    : undefined;
}

/**
 * Where an entity's code lives: `github.com/project-slug`, on the host of its source location. An
 * entity that names a source elsewhere has no repository here, rather than a namesake's on
 * github.com. Where its descriptor lies is weaker evidence: it may be kept in a central place.
 */
export function repositoryOf(
  entity: Entity,
  hosts: GitHubHosts,
): RepositoryRef | undefined {
  const { annotations = {} } = entity.metadata;
  const slug = annotations[PROJECT_SLUG]?.trim().toLowerCase();
  if (!slug || !/^[\w.-]+\/[\w.-]+$/.test(slug)) return undefined;

  const source = hostOf(annotations[ANNOTATION_SOURCE_LOCATION]);
  if (source) return hosts.find(source) && { host: source, slug };
  const descriptor = hostOf(annotations[ANNOTATION_LOCATION]);
  const host = descriptor && hosts.find(descriptor) ? descriptor : 'github.com';
  return hosts.find(host) && { host, slug };
}
