import { Permission, Repository, World } from '../../state/World';
import { nodeId } from '../../state/nodeId';
import { slugOf } from '../../state/repositories';
import { isoTime } from '../isoTime';
import { presentActor } from '../users/presentUser';

const SUB_ADDRESSES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** The short form, as runs carry it. */
export function presentMinimalRepository(
  world: World,
  repository: Repository,
  origin: string,
) {
  const slug = slugOf(repository);
  const url = `${origin}/api/v3/repos/${slug}`;
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: slug,
    private: repository.private,
    owner: presentActor(world, repository.owner, origin),
    html_url: `${origin}/${slug}`,
    description: repository.description,
    fork: false,
    url,
    ...Object.fromEntries(
      Object.entries(SUB_ADDRESSES).map(([name, path]) => [name, url + path]),
    ),
  };
}

/** The form that the branches of a pull request carry. */
export function presentRepository(
  world: World,
  repository: Repository,
  origin: string,
  permission: Permission,
) {
  const slug = slugOf(repository);
  const html = `${origin}/${slug}`;
  const openPulls = Object.values(world.pulls).filter(
    pull => pull.repositoryId === repository.id && pull.state === 'open',
  ).length;
  const updatedAt = isoTime(repository.updatedAt);
  const may = (...granted: Permission[]) => granted.includes(permission);
  return {
    ...presentMinimalRepository(world, repository, origin),
    clone_url: `${html}.git`,
    git_url: `${html.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(origin).hostname}:${slug}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    default_branch: repository.defaultBranch,
    archived: repository.archived,
    disabled: false,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_downloads: true,
    has_pages: false,
    has_discussions: false,
    forks: 0,
    forks_count: 0,
    size: Object.values(repository.files).join('').length,
    open_issues: openPulls,
    open_issues_count: openPulls,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    created_at: isoTime(repository.createdAt),
    updated_at: updatedAt,
    pushed_at: updatedAt,
    permissions: {
      admin: may('admin'),
      maintain: may('admin', 'maintain'),
      push: may('admin', 'maintain', 'write'),
      triage: may('admin', 'maintain', 'write', 'triage'),
      pull: !may('none'),
    },
  };
}

export function presentFullRepository(
  world: World,
  repository: Repository,
  origin: string,
  permission: Permission,
) {
  return {
    ...presentRepository(world, repository, origin, permission),
    network_count: 0,
    subscribers_count: 0,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
  };
}
