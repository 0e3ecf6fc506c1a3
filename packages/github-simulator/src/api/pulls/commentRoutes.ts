import { Comment, PullRequest, World } from '../../state/World';
import { nextId } from '../../state/counters';
import { copilot } from '../../state/copilot';
import { nodeId } from '../../state/nodeId';
import { permissionOf, slugOf } from '../../state/repositories';
import { beginSession } from '../../agents/sessions';
import { validationFailed } from '../GitHubError';
import { isoTime } from '../isoTime';
import { paginate } from '../paging';
import { Call, Route } from '../Route';
import { presentActor } from '../users/presentUser';
import { associationOf, pullAddress, repositoryOf } from './presentPull';
import { visiblePull } from './pullRoutes';

function presentComment(
  world: World,
  pull: PullRequest,
  comment: Comment,
  origin: string,
) {
  const repository = repositoryOf(world, pull);
  const api = `${origin}/api/v3/repos/${slugOf(repository)}/issues`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/comments/${comment.id}`,
    html_url: `${pullAddress(world, pull, origin)}#issuecomment-${comment.id}`,
    issue_url: `${api}/${pull.number}`,
    body: comment.body,
    user: presentActor(world, comment.authorLogin, origin),
    author_association: associationOf(repository, comment.authorLogin),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.createdAt),
  };
}

/** `@copilot …` by somebody who may write, on an open pull request of the agent, asks it to go on. */
function asksAgent(
  { viewer }: Call,
  world: World,
  pull: PullRequest,
  body: string,
) {
  const permission = permissionOf(repositoryOf(world, pull), viewer.login);
  return (
    /(^|\s)@copilot\b/i.test(body) &&
    pull.state === 'open' &&
    pull.authorLogin === copilot.login &&
    ['write', 'maintain', 'admin'].includes(permission)
  );
}

export const commentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    answer: call => {
      const pull = visiblePull(call);
      const comments = call.world.comments.filter(
        one => one.pullId === pull.id,
      );
      const page = paginate(comments, call);
      return {
        status: 200,
        headers: page.headers,
        body: page.items.map(comment =>
          presentComment(call.world, pull, comment, call.simulator.origin),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    answer: call => {
      const { world, viewer, simulator, now } = call;
      const pull = visiblePull(call);
      const body = String(call.body.body);
      if (body.trim() === '') {
        throw validationFailed({ code: 'missing_field', field: 'body' });
      }
      const comment: Comment = {
        id: nextId(world, 'comment'),
        pullId: pull.id,
        authorLogin: viewer.login,
        body,
        createdAt: now,
      };
      world.comments.push(comment);
      pull.updatedAt = now;
      const task = pull.taskId ? world.tasks[pull.taskId] : undefined;
      if (task && asksAgent(call, world, pull, body)) {
        beginSession(world, simulator.settings, task, body, now);
      }
      return {
        status: 201,
        created: true,
        body: presentComment(world, pull, comment, simulator.origin),
      };
    },
  },
];
