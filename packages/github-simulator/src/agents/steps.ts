import { TaskState } from '../state/World';
import { copilot } from '../state/copilot';
import { between } from '../state/dice';
import { openPull, pushCommit } from '../state/pulls';
import { branchOf } from '../state/repositories';
import { endRun, requestChecks, startAgentRun } from '../state/runs';
import { accountById } from '../state/accounts';
import { hasEnded } from '../state/tasks';
import { writeChange } from './change';
import { branchNameFrom } from './rewording';
import { beginSession } from './sessions';
import { Scene } from './Scene';
import { StepName } from './Script';
import { scriptNamed } from './scripts';

const RUN_CONCLUSION: Partial<
  Record<TaskState, 'success' | 'failure' | 'cancelled' | 'timed_out'>
> = {
  completed: 'success',
  failed: 'failure',
  timed_out: 'timed_out',
  cancelled: 'cancelled',
};

/** Moves the session to a state; an end also ends its run, and is paid for. */
function move({ world, task, session, now }: Scene, state: TaskState) {
  session.state = state;
  session.updatedAt = now;
  task.updatedAt = now;
  const conclusion = RUN_CONCLUSION[state];
  if (!hasEnded(state) || !conclusion) return;
  session.completedAt = now;
  session.usage ??= usage(world.seed, task.ordinal, task.sessions.length);
  const run = session.runId && world.runs[session.runId];
  if (run) endRun(world, run, conclusion, now);
}

function usage(seed: number, ordinal: number, session: number) {
  const credits = between(4_000, 60_000, seed, 'usage', ordinal, session);
  return { type: 'ai_credits' as const, amount: credits * 1_000_000 };
}

function wantsPull({ task }: Scene): boolean {
  if (task.script === 'branch-only') return false;
  return task.ask.createPullRequest ?? task.quirks.includes('pull_by_default');
}

/** What agents can do, by the names that scripts and the agenda use. */
export const steps: Record<StepName, (scene: Scene) => void> = {
  begin(scene: Scene) {
    move(scene, 'in_progress');
  },

  /** The agent sets up its branch; from here on it can be cancelled. */
  branch({ world, repository, task, session, now }: Scene) {
    if (session.headRef === null) {
      const wanted = copilot.branchPrefix + branchNameFrom(task.name);
      session.headRef = branchOf(repository, wanted)
        ? `${wanted}-${task.ordinal}`
        : wanted;
    }
    let branch = branchOf(repository, session.headRef);
    if (!branch) {
      const base = branchOf(repository, session.baseRef);
      branch = { name: session.headRef, sha: base?.sha ?? '' };
      repository.branches.push(branch);
    }
    session.runId = startAgentRun(world, repository, task.id, branch, now).id;
    session.updatedAt = now;
    task.updatedAt = now;
  },

  open_pull(scene: Scene) {
    const { world, repository, task, session, now } = scene;
    if (!wantsPull(scene) || task.pullId !== null || !session.headRef) return;
    const script = scriptNamed(task.script);
    const starter = accountById(world, task.creatorId)?.login;
    const pull = openPull(
      world,
      repository,
      {
        taskId: task.id,
        authorLogin: copilot.login,
        title: `[WIP] ${task.name}`,
        body: `Thanks for asking me to work on this.\n\n<!-- START COPILOT CODING AGENT -->\n${task.ask.prompt}`,
        draft: true,
        headRef: session.headRef,
        baseRef: session.baseRef,
        requestedReviewers: starter ? [starter] : [],
        checksWill: script.checksWill,
        mergeable: script.mergeable,
      },
      now,
    );
    task.pullId = pull.id;
    task.pushedBranch = session.headRef;
    task.updatedAt = now;
  },

  push({ world, settings, repository, task, session, now }: Scene) {
    if (!session.headRef) return;
    pushCommit(
      world,
      repository,
      session.headRef,
      writeChange(world, repository, task),
      now,
    );
    task.pushedBranch = session.headRef;
    session.updatedAt = now;
    task.updatedAt = now;
    const pull = task.pullId && world.pulls[task.pullId];
    if (!pull || pull.state !== 'open') return;
    pull.title = task.name;
    requestChecks(world, repository, pull, settings.speed, now);
  },

  /** Nothing to change: the branch goes, and the task has no artifact. */
  give_up_branch({ repository, session }: Scene) {
    repository.branches = repository.branches.filter(
      branch =>
        branch.name !== session.headRef ||
        branch.name === repository.defaultBranch,
    );
  },

  ask(scene: Scene) {
    scene.session.question =
      'There are two ways to do this. Shall I keep the old behaviour behind a flag, or replace it?';
    move(scene, 'waiting_for_user');
  },

  resume(scene: Scene) {
    move(scene, 'in_progress');
  },

  rest(scene: Scene) {
    move(scene, 'idle');
  },

  complete(scene: Scene) {
    move(scene, 'completed');
  },

  fail(scene: Scene) {
    scene.session.error =
      typeof scene.item.detail.error === 'string'
        ? scene.item.detail.error
        : 'The agent stopped because a command it needs failed repeatedly.';
    move(scene, 'failed');
  },

  time_out(scene: Scene) {
    scene.session.error = 'The session reached its time limit.';
    move(scene, 'timed_out');
  },

  cancel(scene: Scene) {
    move(scene, 'cancelled');
  },

  /** A finished task that becomes active again without anybody asking. */
  continue({ world, settings, task, now }: Scene) {
    beginSession(world, settings, task, task.ask.prompt, now);
  },
};
