import { checksWorkflow, waitsForApproval } from '../../state/runs';
import { CheckRun, PullRequest, Run, World } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { mark } from '../layout/marks';

/** The workflow runs of the newest commit. */
export function headRuns(world: World, pull: PullRequest): Run[] {
  return Object.values(world.runs).filter(
    run =>
      run.pullId === pull.id &&
      run.headSha === pull.headSha &&
      run.path === checksWorkflow.path,
  );
}

export function waitingRuns(world: World, pull: PullRequest): Run[] {
  return pull.state === 'open'
    ? headRuns(world, pull).filter(waitsForApproval)
    : [];
}

function checkMark({ status, conclusion }: CheckRun): Markup {
  if (status !== 'completed') return mark('busy', '●', 'Running');
  if (conclusion === 'success') return mark('good', '✓', 'Passed');
  return conclusion === 'cancelled'
    ? mark('over', '✕', 'Cancelled')
    : mark('bad', '✕', 'Failed');
}

/** @param hint why the person may not let workflows run; empty if they may */
export function checksSection(
  world: World,
  pull: PullRequest,
  address: string,
  hint: string,
): Markup {
  const runs = headRuns(world, pull);
  const checks = world.checkRuns.filter(check =>
    runs.some(run => run.id === check.runId),
  );
  const waiting = waitingRuns(world, pull);
  const queued = runs.filter(
    run => run.status === 'queued' && !waitsForApproval(run),
  );
  return markup`<section class="card${
    waiting.length > 0 && ' attention'
  }" aria-labelledby="checks">
    <h2 id="checks">Checks</h2>
    ${
      waiting.length > 0 &&
      markup`<p>${waiting.map(run => run.name).join(', ')} waits until somebody
        who did not ask for this work lets it run.</p>
      <form class="buttons" method="post" action="${address}/workflows">
        <button class="primary" type="submit" ${
          hint && markup`disabled`
        }>Approve and run workflows</button>
        ${hint && markup`<span class="hint">${hint}</span>`}
      </form>`
    }
    ${
      checks.length > 0 &&
      markup`<ul class="rows">${checks.map(
        check => markup`<li>${checkMark(check)} ${check.name}</li>`,
      )}</ul>`
    }
    ${queued.length > 0 && markup`<p>The checks start in a moment.</p>`}
    ${
      runs.length === 0 &&
      markup`<p class="nothing">No checks for the newest commit.</p>`
    }
  </section>`;
}
