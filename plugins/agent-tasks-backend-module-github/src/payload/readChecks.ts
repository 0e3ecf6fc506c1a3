import {
  ChecksState,
  ProviderPullRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Fields, fieldsOf, listOf, textOf } from './lenient';

type CheckRun = ProviderPullRequest['checkRuns'][number];

const passing = new Set(['SUCCESS', 'NEUTRAL', 'SKIPPED']);
const waiting = new Set(['PENDING', 'EXPECTED', 'ACTION_REQUIRED']);
/** Of two checks with one name the worse counts. */
const worst: CheckRun['state'][] = ['passing', 'pending', 'failing'];

function stateOf(word: string | undefined): CheckRun['state'] {
  if (word === undefined || waiting.has(word)) return 'pending';
  return passing.has(word) ? 'passing' : 'failing';
}

/** A check run (Actions, apps) or a commit status (older systems). */
function readCheck(value: unknown): CheckRun | undefined {
  const check = fieldsOf(value);
  const name = textOf(check?.name) ?? textOf(check?.context);
  if (!check || !name) return undefined;
  const word =
    check.status === undefined || check.status === 'COMPLETED'
      ? textOf(check.conclusion) ?? textOf(check.state)
      : undefined;
  return { name, state: stateOf(word) };
}

function byName(checks: CheckRun[]): CheckRun[] {
  const states = new Map<string, CheckRun['state']>();
  for (const { name, state } of checks) {
    const other = states.get(name) ?? 'passing';
    states.set(
      name,
      worst[Math.max(worst.indexOf(state), worst.indexOf(other))],
    );
  }
  return [...states].map(([name, state]) => ({ name, state }));
}

/**
 * The checks of a commit. A suite whose conclusion is ACTION_REQUIRED waits for a person to press
 * "Approve and run workflows" and has no check runs yet, so it shows in no rollup. The rollup's
 * own state also covers the contexts beyond the first page.
 */
export function readChecks(commit: Fields | undefined): {
  checks: ChecksState;
  checkRuns: CheckRun[];
} {
  const rollup = fieldsOf(commit?.statusCheckRollup);
  const contexts = listOf(fieldsOf(rollup?.contexts)?.nodes);
  const checkRuns = byName(
    contexts.map(readCheck).filter(check => check !== undefined),
  );
  const suites = listOf(fieldsOf(commit?.checkSuites)?.nodes).map(fieldsOf);
  const states = new Set(checkRuns.map(check => check.state));
  if (textOf(rollup?.state)) states.add(stateOf(textOf(rollup?.state)));

  const heldBack = suites.some(
    suite => suite?.conclusion === 'ACTION_REQUIRED',
  );
  if (states.has('failing')) return { checks: 'failing', checkRuns };
  if (heldBack) return { checks: 'awaiting_approval', checkRuns };
  if (states.has('pending')) return { checks: 'pending', checkRuns };
  return { checks: states.has('passing') ? 'passing' : 'none', checkRuns };
}
