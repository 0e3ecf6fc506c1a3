import { ProviderHint } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { AGENT_WORKFLOW } from '../agentWorkflow';
import {
  Fields,
  fieldsOf,
  idOf,
  known,
  listOf,
  textOf,
} from '../payload/lenient';

/** The events that tell of agents, and where each names its branch and pull request. */
const places: Record<string, (payload: Fields) => Place | undefined> = {
  'github.pull_request': pullRequestPlace,
  'github.pull_request_review': pullRequestPlace,
  'github.check_suite': ({ check_suite: suite }) => runPlace(suite),
  'github.workflow_run': ({ workflow_run: run }) =>
    fieldsOf(run)?.path === AGENT_WORKFLOW ? runPlace(run) : undefined,
};

interface Place {
  pullRequestId?: string;
  branch?: string;
}

/** @see https://docs.github.com/webhooks/webhook-events-and-payloads */
export const HINT_TOPICS = Object.keys(places);

function pullRequestPlace({ pull_request: value }: Fields): Place | undefined {
  const pullRequest = fieldsOf(value);
  return (
    pullRequest && {
      pullRequestId: idOf(pullRequest.id),
      branch: textOf(fieldsOf(pullRequest.head)?.ref),
    }
  );
}

function runPlace(value: unknown): Place | undefined {
  const run = fieldsOf(value);
  return (
    run && {
      pullRequestId: idOf(fieldsOf(listOf(run.pull_requests)[0])?.id),
      branch: textOf(run.head_branch),
    }
  );
}

function hostOf(repository: Fields): string | undefined {
  const url = textOf(repository.html_url);
  return url && URL.canParse(url)
    ? new URL(url).host.toLowerCase() || undefined
    : undefined;
}

/**
 * Reduces a webhook to where to look.
 *
 * @returns undefined when it says nothing about an agent, or is not what it claims to be
 */
export function readHint(
  topic: string,
  eventPayload: unknown,
  provider: string,
): ProviderHint | undefined {
  const payload = fieldsOf(eventPayload);
  const repository = fieldsOf(payload?.repository);
  const repositoryId = idOf(repository?.id);
  if (!payload || !repository || !repositoryId) return undefined;
  if (!Object.hasOwn(places, topic)) return undefined;
  const host = hostOf(repository);
  const { pullRequestId, branch } = places[topic](payload) ?? {};
  return host && (pullRequestId || branch)
    ? known({ provider, host, repositoryId, pullRequestId, branch })
    : undefined;
}
