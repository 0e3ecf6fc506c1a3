import { taskAddress } from '../../api/tasks/presentTask';
import { slugOf } from '../../state/repositories';
import { askerOf, reviewDecision } from '../../state/reviews';
import { PullRequest, Repository } from '../../state/World';
import { crumbs, Page } from '../layout/layout';
import { markup } from '../layout/markup';
import { mark, pullMark } from '../layout/marks';
import { ago } from '../layout/time';
import { nameOf, timeline } from '../layout/timeline';
import { personMay, Visit } from '../layout/Visit';
import { checksSection } from './checks';
import { fileDiff } from './diff';
import { reviewForm, stateForms } from './pullForms';
import { ofPull } from './pullHappenings';

const DECISIONS = {
  APPROVED: mark('good', '✓', 'Approved'),
  CHANGES_REQUESTED: mark('bad', '✕', 'Changes asked for'),
  REVIEW_REQUIRED: mark('waiting', '?', 'Needs an approval'),
};

/** Comments in HTML are not shown, as at GitHub. */
function visibleBody(pull: PullRequest): string {
  return pull.body.replace(/<!--[^]*?-->\n?/g, '').trim();
}

export function pullPage(
  visit: Visit,
  pull: PullRequest,
  repository: Repository,
): Page {
  const { world, now, person } = visit;
  const slug = slugOf(repository);
  const task = pull.taskId ? world.tasks[pull.taskId] : undefined;
  const may = personMay(visit, repository, 'write') && !repository.archived;
  const said = ofPull(world, pull);
  const address = visit.address.split('?')[0];
  const isOpen = pull.state === 'open';
  const place = { visit, pull, address, may };
  const cannot = `${person.name} may not write to ${slug}.`;
  const isAsker = askerOf(world, pull) === person.login;
  const hint = isAsker ? `${person.name} asked for this work.` : '';
  return {
    title: `${pull.title} #${pull.number}`,
    body: markup`${crumbs({ name: slug, path: `/${slug}` })}
      <div class="heading">
        <h1>${pull.title} <span class="number">#${pull.number}</span></h1>
        ${pullMark(pull)}
      </div>
      <p class="lead">By ${nameOf(world, pull.authorLogin)}, from
        <a href="/${slug}/tree/${pull.headRef}"><code>${pull.headRef}</code></a>
        into <code>${pull.baseRef}</code></p>
      <div class="columns">
        <div>
          ${isOpen && checksSection(world, pull, address, may ? hint : cannot)}
          <section class="card" aria-labelledby="description">
            <h2 id="description">Description</h2>
            <pre class="prose" tabindex="0">${
              visibleBody(pull) || 'No description.'
            }</pre>
          </section>
          <section class="card" aria-labelledby="conversation">
            <h2 id="conversation">Reviews and comments</h2>
            ${
              said.length > 0
                ? timeline(said, now)
                : markup`<p class="nothing">Nobody has said anything yet.</p>`
            }
            ${isOpen && reviewForm(place)}
          </section>
        </div>
        <aside class="card" aria-labelledby="state">
          <h2 id="state">State</h2>
          <dl>
            ${
              isOpen &&
              markup`<dt>Review</dt><dd>${
                DECISIONS[reviewDecision(world, pull)]
              }</dd>`
            }
            <dt>Opened</dt><dd>${ago(pull.createdAt, now)}</dd>
            ${
              task &&
              markup`<dt>Task</dt><dd><a href="${taskAddress(task, '')}">${
                task.name
              }</a></dd>`
            }
            <dt>Commits</dt><dd>${
              pull.commits
            }, newest <code>${pull.headSha.slice(0, 7)}</code></dd>
          </dl>
          <div class="buttons">${stateForms(place)}</div>
          ${
            isOpen &&
            !pull.mergeable &&
            markup`<p class="hint">It conflicts with <code>${pull.baseRef}</code>.</p>`
          }
          ${!may && markup`<p class="hint">${cannot}</p>`}
        </aside>
      </div>
      <section class="card" aria-labelledby="files">
        <h2 id="files">Files changed <span class="number">${
          pull.files.length
        }</span></h2>
        ${
          pull.files.length > 0
            ? pull.files.map(fileDiff)
            : markup`<p class="nothing">Nothing was changed.</p>`
        }
      </section>`,
  };
}
