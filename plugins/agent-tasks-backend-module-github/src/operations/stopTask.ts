import { ProviderResult } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  ProviderCredential,
  StopAsk,
  StopResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Answer } from '../client/exchangeOnce';
import { GitHubClient, Judged } from '../client/GitHubClient';
import { cancelRun, listRunsOf } from '../client/runCalls';
import { AGENT_WORKFLOW } from '../agentWorkflow';
import { fieldsOf, idOf } from '../payload/lenient';
import { readFailure } from '../verdict/readFailure';

type Stopped = ProviderResult<StopResult>;

/** The agent's runs that have not ended. */
function readRunIds(body: unknown): string[] | undefined {
  const runs = fieldsOf(body)?.workflow_runs;
  if (!Array.isArray(runs)) return undefined;
  return runs.flatMap(value => {
    const run = fieldsOf(value);
    const id = idOf(run?.id);
    const active = run?.path === AGENT_WORKFLOW && run?.status !== 'completed';
    return id && active ? [id] : [];
  });
}

/** 202: will be cancelled. 409: had already ended. Repeating it harms nothing. */
function judge({ exchange }: Answer): Judged<Stopped> {
  if (exchange.status === 202) {
    return { verdict: 'accepted', value: { ok: true, value: 'accepted' } };
  }
  if (exchange.status === 409) {
    const value: Stopped = { ok: true, value: 'nothing_to_stop' };
    return { verdict: 'nothing_to_stop', value };
  }
  const failure = readFailure(exchange, 'permission_denied');
  return {
    verdict: failure.failureClass,
    value: orNotPossible({ ok: false, failure }),
  };
}

/** A token may read tasks and lack the right to stop runs; GitHub says so with 403 or 404. */
function orNotPossible(result: ProviderResult<never>): Stopped {
  return !result.ok && result.failure.failureClass === 'permission_denied'
    ? { ok: true, value: 'not_possible' }
    : result;
}

/**
 * Stops a task by cancelling the Actions runs that carry it: the task API has no cancel. A task
 * without a branch has no run yet; the wish is kept by the caller and tried later.
 */
export async function stopTask(
  client: GitHubClient,
  ask: StopAsk,
  credential: ProviderCredential,
): Promise<Stopped> {
  if (!ask.headRef) return { ok: true, value: 'nothing_to_stop' };
  const runs = await client.read(
    credential,
    listRunsOf(ask, ask.headRef),
    ({ body }) => readRunIds(body),
  );
  if (!runs.ok) return orNotPossible(runs);

  let stopped: Stopped = { ok: true, value: 'nothing_to_stop' };
  for (const runId of runs.value) {
    const result = await client.write(credential, cancelRun(ask, runId), judge);
    if (!result.ok) return result;
    if (result.value !== 'nothing_to_stop') stopped = result;
  }
  return stopped;
}
