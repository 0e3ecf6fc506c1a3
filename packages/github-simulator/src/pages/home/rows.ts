import { taskAddress } from '../../api/tasks/presentTask';
import { accountById } from '../../state/accounts';
import { repositoryById, slugOf } from '../../state/repositories';
import { PullRequest, Task } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { pullMark, taskMark } from '../layout/marks';
import { ago } from '../layout/time';
import { Visit } from '../layout/Visit';

function slugOfId({ world }: Visit, id: number): string {
  const repository = repositoryById(world, id);
  return repository ? slugOf(repository) : 'a repository that is gone';
}

/** A task in a list. */
export function taskRow(visit: Visit, task: Task): Markup {
  const creator = accountById(visit.world, task.creatorId);
  return markup`<a class="title" href="${taskAddress(task, '')}">${
    task.name
  }</a>
    ${taskMark(task)}
    <p class="detail">
      ${slugOfId(visit, task.repositoryId)} · asked by
      ${creator?.name ?? 'somebody'} · ${ago(task.updatedAt, visit.now)}
    </p>`;
}

/** A pull request in a list. */
export function pullRow(
  visit: Visit,
  pull: PullRequest,
  state: Markup = pullMark(pull),
): Markup {
  const slug = slugOfId(visit, pull.repositoryId);
  return markup`<a class="title" href="/${slug}/pull/${pull.number}">${
    pull.title
  }</a>
    ${state}
    <p class="detail">
      ${slug} #${pull.number} · ${pull.authorLogin} ·
      ${ago(pull.updatedAt, visit.now)}
    </p>`;
}
