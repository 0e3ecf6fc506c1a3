import { pullsOf } from '../../state/pulls';
import { slugOf } from '../../state/repositories';
import { stateOf, tasksOf } from '../../state/tasks';
import { Repository, Task } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { listOf, Page } from '../layout/layout';
import { mark } from '../layout/marks';
import { personMay, Visit } from '../layout/Visit';
import { waitingRuns } from '../pull/checks';
import { pullRow, taskRow } from './rows';

const SHOWN = 20;

function repositoryRow({ world }: Visit, repository: Repository): Markup {
  const slug = slugOf(repository);
  const open = pullsOf(world, repository).filter(one => one.state === 'open');
  return markup`<a class="title" href="/${slug}">${slug}</a>
    ${open.length > 0 && mark('busy', '●', `${open.length} open`)}
    ${!repository.private && mark('plain', '○', 'Public')}
    ${repository.archived && mark('over', '–', 'Archived')}
    <p class="detail">${repository.description || 'No description'}</p>`;
}

/** What stands still until a person does something: questions first, then workflows. */
function waiting(visit: Visit, tasks: Task[], seen: Repository[]): Markup[] {
  const { world } = visit;
  const pulls = seen
    .flatMap(repository => pullsOf(world, repository))
    .filter(pull => waitingRuns(world, pull).length > 0)
    .sort((one, other) => other.updatedAt - one.updatedAt);
  return [
    ...tasks
      .filter(task => stateOf(task) === 'waiting_for_user')
      .map(task => taskRow(visit, task)),
    ...pulls.map(pull =>
      pullRow(visit, pull, mark('waiting', '?', 'Workflows wait')),
    ),
  ];
}

/** All there is, or all that one owner has. */
export function homePage(visit: Visit, owner?: string): Page {
  const { world, person } = visit;
  const repositories = world.repositories
    .filter(
      repository =>
        personMay(visit, repository, 'read') &&
        (!owner || repository.owner.toLowerCase() === owner.toLowerCase()),
    )
    .sort((one, other) => slugOf(one).localeCompare(slugOf(other)));
  const tasks = repositories
    .flatMap(repository => tasksOf(world, repository.id))
    .sort(
      (one, other) =>
        other.updatedAt - one.updatedAt || other.ordinal - one.ordinal,
    );
  const stuck = waiting(visit, tasks, repositories);
  return {
    title: owner ?? 'Repositories and tasks',
    body: markup`<h1>${owner ?? 'Repositories and tasks'}</h1>
      ${
        stuck.length > 0 &&
        markup`<section class="card attention" aria-labelledby="waiting">
          <h2 id="waiting">Waits for a person</h2>
          ${listOf(stuck, '')}
        </section>`
      }
      <div class="columns">
        <section class="card" aria-labelledby="tasks">
          <h2 id="tasks">Recent tasks</h2>
          ${listOf(
            tasks.slice(0, SHOWN).map(task => taskRow(visit, task)),
            'No agent has been asked for anything yet. Start a task in the portal.',
          )}
          ${
            tasks.length > SHOWN &&
            markup`<p class="nothing">The newest ${SHOWN} of ${tasks.length}.</p>`
          }
        </section>
        <section class="card" aria-labelledby="repositories">
          <h2 id="repositories">Repositories</h2>
          ${listOf(
            repositories.map(one => repositoryRow(visit, one)),
            markup`${person.name} sees no repository here. Act as somebody else.`,
          )}
        </section>
      </div>`,
  };
}
