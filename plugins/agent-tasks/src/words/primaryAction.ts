import type {
  TaskAction,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { safeUrl } from './safeUrl';
import { PrimaryAction } from './headline';

type Verb = Extract<PrimaryAction, TaskAction>;

/** What the one button does: one of our verbs, or a link to the provider. */
export type Primary =
  | { kind: 'verb'; verb: Verb }
  | {
      kind: 'link';
      word: Exclude<PrimaryAction, Verb | 'none'>;
      href: string;
      host: string;
    };

const VERBS: readonly PrimaryAction[] = [
  'approve',
  'answer',
  'accept',
  'retry',
  'resolve',
] satisfies Verb[];

/** null: there is nothing for this person to press. */
export function primaryOf(
  task: TaskListItem,
  action: PrimaryAction,
): Primary | null {
  if (action === 'none') return null;
  if (isVerb(action)) {
    return task.allowedActions.includes(action)
      ? { kind: 'verb', verb: action }
      : null;
  }
  const link = safeUrl(resultUrlOf(task), task.repository.host);
  return link ? { kind: 'link', word: action, ...link } : null;
}

function isVerb(action: PrimaryAction): action is Verb {
  return VERBS.includes(action);
}

/** The pull request that is worked on, else the last one, else the agent's own page. */
function resultUrlOf({ artifacts, provider }: TaskListItem): string | null {
  const pulls = pullRequestsOf(artifacts);
  const open = pulls.find(({ state }) => state === 'open');
  return (open ?? pulls.at(-1))?.url ?? provider.url;
}

type Artifacts = TaskListItem['artifacts'];
type PullRequest = Extract<Artifacts[number], { type: 'pull_request' }>;

export function pullRequestsOf(artifacts: Artifacts): PullRequest[] {
  return artifacts.filter(
    (artifact): artifact is PullRequest => artifact.type === 'pull_request',
  );
}
