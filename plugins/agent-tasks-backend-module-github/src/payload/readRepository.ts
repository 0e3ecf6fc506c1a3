import {
  ProviderRepository,
  RepositoryAccess,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { fieldsOf, idOf, known, textOf, timeOf, urlOf } from './lenient';

/** Reads a repository; undefined when what identifies it is missing. */
export function readRepository(
  body: unknown,
  host: string,
): ProviderRepository | undefined {
  const repository = fieldsOf(body);
  const id = idOf(repository?.id);
  const slug = textOf(repository?.full_name)?.toLowerCase();
  const url = urlOf(repository?.html_url);
  const defaultBranch = textOf(repository?.default_branch);
  if (!repository || !id || !slug || !url || !defaultBranch) return undefined;
  return known({
    id,
    host,
    slug,
    url,
    defaultBranch,
    archived: repository.archived === true,
    createdAt: timeOf(repository.created_at),
  });
}

const accessOf: Record<string, RepositoryAccess> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

/** `permission` knows four words and folds the finer roles into them. */
export function readAccess(body: unknown): RepositoryAccess | undefined {
  const permission = textOf(fieldsOf(body)?.permission);
  return permission && Object.hasOwn(accessOf, permission)
    ? accessOf[permission]
    : undefined;
}
