import { FailureClass } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** One request to GitHub, described before it is sent. */
export interface Call {
  /** What it is for, in logs. */
  operation: string;
  /** Octokit's form: `GET /repos/{owner}/{repo}`, or a method and a whole address. */
  route: string;
  parameters?: Record<string, unknown>;
  /** What 404 and 410 mean here. */
  notFound: FailureClass;
  /** It follows tasks: asked again and again, it may be told that nothing has changed. */
  follows?: 'one' | 'all';
  /** The host it is meant for; a credential of another host sends nothing. */
  host?: string;
  /** Slug of the repository it is about, for logs. */
  repository?: string;
  /** Provider's id of the task it is about, for logs. */
  taskId?: string;
}

/** What every call about one repository has in common. */
export function aboutRepository({
  host,
  slug,
}: {
  host: string;
  slug: string;
}) {
  const [owner = '', repo = ''] = slug.split('/');
  return { parts: { owner, repo }, about: { host, repository: slug } };
}
