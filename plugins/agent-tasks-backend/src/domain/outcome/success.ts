import { Task } from '../task/task';
import { bareBranches, isAtRest } from '../task/taskProgress';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { Judgement, OutcomeReason } from './judgement';

/**
 * Evidence of what the template calls success, in any state of the provider: a merge while the
 * agent idles is a success. A merge is enough for every condition but `accepted`, which only a
 * person can give. An approval by the requester alone is no approval, so it holds success back;
 * files outside the scope hold back what no person has merged.
 */
export function successOf(task: Task, now: number): Judgement | null {
  const { success } = task.terms;
  if (success === 'accepted' || task.flags.includes('self_reviewed')) {
    return null;
  }
  const merged = task.pullRequests.find(({ state }) => state === 'merged');
  if (merged) return succeeded('merged', [`pull_request:${merged.number}`]);
  if (success === 'merged' || !isAtRest(task, now)) return null;
  if (task.flags.includes('out_of_scope_files')) return null;
  const standing = task.pullRequests.filter(
    item => item.state === 'open' && item.changedFiles > 0,
  );
  switch (success) {
    case 'checks':
      return checked(task, standing);
    case 'pull-request':
      return standing.length > 0
        ? succeeded(
            'pull_request_opened',
            standing.map(({ number }) => `pull_request:${number}`),
          )
        : null;
    case 'branch':
      return pushed(task, standing);
    default:
      return success satisfies never;
  }
}

function checked(
  task: Task,
  standing: RecordedPullRequest[],
): Judgement | null {
  const { requiredChecks } = task.terms;
  const passing = standing.find(({ checks, checkRuns }) =>
    requiredChecks.length === 0
      ? checks === 'passing'
      : requiredChecks.every(name => {
          const runs = checkRuns.filter(run => run.name === name);
          return runs.length > 0 && runs.every(run => run.state === 'passing');
        }),
  );
  if (!passing) return null;
  return succeeded('checks_passed', [
    `pull_request:${passing.number}`,
    ...requiredChecks.map(name => `check:${name}`),
  ]);
}

function pushed(task: Task, standing: RecordedPullRequest[]): Judgement | null {
  const heads = [
    ...bareBranches(task).map(({ headRef }) => headRef),
    ...standing.map(({ headRef }) => headRef),
  ];
  if (heads.length === 0) return null;
  return succeeded(
    'branch_pushed',
    heads.map(head => `branch:${head}`),
  );
}

function succeeded(reason: OutcomeReason, evidence: string[]): Judgement {
  return { outcome: 'succeeded', reason, failureClass: null, evidence };
}
