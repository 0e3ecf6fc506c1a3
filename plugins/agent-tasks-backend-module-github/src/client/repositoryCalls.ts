import { RepositoryRef } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { aboutRepository, Call } from './Call';

export function getRepository(repository: RepositoryRef): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'repository',
    route: 'GET /repos/{owner}/{repo}',
    parameters: parts,
    notFound: 'repository_not_found',
    ...about,
  };
}

/** GitHub's own redirects after a rename point at this address. */
export function getRepositoryById(host: string, id: string): Call {
  return {
    operation: 'repository',
    route: 'GET /repositories/{repository_id}',
    parameters: { repository_id: id },
    notFound: 'repository_not_found',
    host,
  };
}

/** 404: no such person, or the repository cannot be seen. Neither says `none`. */
export function getAccess(login: string, repository: RepositoryRef): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'access',
    route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    parameters: { ...parts, username: login },
    notFound: 'repository_not_found',
    ...about,
  };
}
