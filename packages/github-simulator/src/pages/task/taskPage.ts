import { taskAddress } from '../../api/tasks/presentTask';
import { accountById } from '../../state/accounts';
import { slugOf } from '../../state/repositories';
import { isActive, latestSession, stateOf } from '../../state/tasks';
import { Repository, Session, Task } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { crumbs, Page } from '../layout/layout';
import { pullMark, stateMark, taskMark } from '../layout/marks';
import { ago, duration } from '../layout/time';
import { timeline } from '../layout/timeline';
import { personMay, Visit } from '../layout/Visit';
import { isAnswered } from './isAnswered';
import { taskHappenings } from './taskHappenings';

/** What a session cost, in the words of a bill. */
function costOf(sessions: Session[]): string {
  const sum = (type: string) =>
    sessions
      .filter(session => session.usage?.type === type)
      .reduce((total, session) => total + (session.usage?.amount ?? 0), 0);
  // `ai_credits` come in nano units: summed first, divided once.
  const credits = sum('ai_credits') / 1e9;
  const requests = sum('premium_requests');
  const parts = [
    ...(credits > 0 ? [`${credits.toFixed(1)} credits`] : []),
    ...(requests > 0 ? [`${requests} premium requests`] : []),
  ];
  return parts.join(', ') || 'no credits yet';
}

function answerForm(visit: Visit, task: Task, repository: Repository): Markup {
  const session = latestSession(task);
  const { question } = session;
  if (isAnswered(session))
    return markup`<p class="notice good">The agent has its answer and goes on in a moment.</p>`;
  const may = personMay(visit, repository, 'write');
  const off = !may && markup`disabled`;
  const [heading, text] =
    question === null
      ? ['The agent sits idle', 'Tell it how to go on.']
      : ['The agent asks', question];
  return markup`<section class="card attention" aria-labelledby="question">
    <h2 id="question">${heading}</h2>
    <blockquote>${text}</blockquote>
    <form method="post" action="${taskAddress(task, '')}/answer">
      <label for="text">Your answer</label>
      <textarea id="text" name="text" rows="4" required ${off}>${
    visit.typed
  }</textarea>
      <p class="buttons">
        <button class="primary" type="submit" ${off}>Answer</button>
        ${!may && cannotWrite(visit, repository)}
      </p>
    </form>
  </section>`;
}

function cannotWrite({ person }: Visit, repository: Repository): Markup {
  return markup`<span class="hint">${person.name} may not write to ${slugOf(
    repository,
  )}.</span>`;
}

function cancelForm(visit: Visit, task: Task, repository: Repository): Markup {
  const may = personMay(visit, repository, 'write');
  const off = !may && markup`disabled`;
  return markup`<form class="buttons" method="post" action="${taskAddress(
    task,
    '',
  )}/cancel">
    <button class="danger" type="submit" ${off}>Cancel the agent</button>
    ${!may && cannotWrite(visit, repository)}
  </form>`;
}

function artifacts({ world }: Visit, task: Task, slug: string): Markup {
  const pull = task.pullId === null ? undefined : world.pulls[task.pullId];
  if (!pull && !task.pushedBranch)
    return markup`<dd>${isActive(task) ? 'nothing yet' : 'nothing'}</dd>`;
  return markup`${
    pull &&
    markup`<dd><a href="/${slug}/pull/${pull.number}">Pull request #${
      pull.number
    }</a> ${pullMark(pull)}</dd>`
  }
  ${
    task.pushedBranch &&
    markup`<dd>Branch <a href="/${slug}/tree/${task.pushedBranch}"><code>${task.pushedBranch}</code></a></dd>`
  }`;
}

function sessionRow(session: Session, index: number, now: number): Markup {
  const until = session.completedAt ?? now;
  return markup`<li>${stateMark(session.state)}
    Session ${index + 1}
    <p class="detail">
      ${session.model} · ${duration(until - session.createdAt)} ·
      ${costOf([session])}
    </p></li>`;
}

export function taskPage(
  visit: Visit,
  task: Task,
  repository: Repository,
): Page {
  const { world, now } = visit;
  const slug = slugOf(repository);
  const creator = accountById(world, task.creatorId);
  const waits = ['waiting_for_user', 'idle'].includes(stateOf(task));
  return {
    title: task.name,
    body: markup`${crumbs({ name: slug, path: `/${slug}` })}
      <div class="heading"><h1>${task.name}</h1>${taskMark(task)}</div>
      <div class="columns">
        <div>
          ${waits && answerForm(visit, task, repository)}
          <section class="card" aria-labelledby="prompt">
            <h2 id="prompt">Prompt</h2>
            <pre class="prose" tabindex="0">${task.ask.prompt}</pre>
          </section>
          <section class="card" aria-labelledby="timeline">
            <h2 id="timeline">What happened</h2>
            ${timeline(taskHappenings(world, task), now)}
          </section>
        </div>
        <aside class="card" aria-labelledby="facts">
          <h2 id="facts">Facts</h2>
          <dl>
            <dt>Asked by</dt><dd>${creator?.name ?? 'somebody'} ${ago(
      task.createdAt,
      now,
    )}</dd>
            <dt>Result</dt>${artifacts(visit, task, slug)}
            <dt>Model</dt><dd>${latestSession(task).model}</dd>
            <dt>Cost</dt><dd>${costOf(task.sessions)}</dd>
            <dt>Base branch</dt><dd><code>${task.ask.baseRef}</code></dd>
            <dt>Script</dt><dd><code>${task.script}</code></dd>
          </dl>
          <h3>Sessions</h3>
          <ul class="rows">
            ${task.sessions.map((session, index) =>
              sessionRow(session, index, now),
            )}
          </ul>
          ${isActive(task) && cancelForm(visit, task, repository)}
        </aside>
      </div>`,
  };
}
