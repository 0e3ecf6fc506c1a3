import { Entry } from '../../git/BareRepository';
import { GitIsMissing } from '../../git/runGit';
import { pullsOf } from '../../state/pulls';
import { slugOf } from '../../state/repositories';
import { tasksOf } from '../../state/tasks';
import { Repository } from '../../state/World';
import { pullRow, taskRow } from '../home/rows';
import { Markup, markup } from '../layout/markup';
import { crumbs, listOf, Page } from '../layout/layout';
import { mark } from '../layout/marks';
import { Visit } from '../layout/Visit';
import { entryRows } from './filePage';

async function rootEntries(
  { simulator, world }: Visit,
  repository: Repository,
): Promise<Entry[]> {
  if (repository.branches.length === 0) return [];
  const bare = await simulator.git.open(world, repository);
  const commit = await bare.resolve(repository.defaultBranch);
  return commit ? bare.list(commit) : [];
}

/** Without git there are no files to list; all else on the page still is. */
async function fileList(visit: Visit, repository: Repository): Promise<Markup> {
  try {
    const entries = await rootEntries(visit, repository);
    return listOf(
      entryRows(`/${slugOf(repository)}`, repository.defaultBranch, entries),
      'This repository is empty. Push to it to begin.',
    );
  } catch (error) {
    if (!(error instanceof GitIsMissing)) throw error;
    return listOf([], error.message);
  }
}

export async function repositoryPage(
  visit: Visit,
  repository: Repository,
): Promise<Page> {
  const { world, simulator } = visit;
  const slug = slugOf(repository);
  const files = await fileList(visit, repository);
  const tasks = tasksOf(world, repository.id).sort(
    (one, other) => other.updatedAt - one.updatedAt,
  );
  const pulls = pullsOf(world, repository).sort(
    (one, other) => other.number - one.number,
  );
  return {
    title: slug,
    body: markup`${crumbs({
      name: repository.owner,
      path: `/${repository.owner}`,
    })}
      <div class="heading">
        <h1>${repository.name}</h1>
        ${
          repository.private
            ? mark('plain', '○', 'Private')
            : mark('plain', '○', 'Public')
        }
        ${repository.archived && mark('over', '–', 'Archived')}
      </div>
      ${
        repository.description &&
        markup`<p class="lead">${repository.description}</p>`
      }
      <div class="columns">
        <div>
          <section class="card" aria-labelledby="tasks">
            <h2 id="tasks">Tasks</h2>
            ${listOf(
              tasks.map(task => taskRow(visit, task)),
              'Nobody has asked an agent to work here yet.',
            )}
          </section>
          <section class="card" aria-labelledby="pulls">
            <h2 id="pulls">Pull requests</h2>
            ${listOf(
              pulls.map(pull => pullRow(visit, pull)),
              'There is no pull request.',
            )}
          </section>
        </div>
        <section class="card" aria-labelledby="files">
          <h2 id="files">Files</h2>
          ${files}
          ${cloneAddress(`${simulator.origin}/${slug}.git`)}
        </section>
      </div>`,
  };
}

function cloneAddress(address: string): Markup {
  return markup`<p class="clone">
    <label for="clone">Clone over HTTP, a token is the password</label>
    <input id="clone" class="code" readonly value="${address}" />
  </p>`;
}
