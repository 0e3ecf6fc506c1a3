import {
  AgentTasksError,
  stateOf,
  TaskCommands,
  TaskPreview,
  TemplateList,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { allowedActions } from '../../domain/task/allowedActions';
import { Task } from '../../domain/task/task';
import { canonicalJson } from '../../domain/record/canonicalJson';
import { IdempotencyClaim } from '../../store/TaskStore';
import { applyEvent } from '../applyEvent';
import { hexDigestOf } from '../digestOf';
import { Directory } from '../ports/Directory';
import { draftTask } from './draftTask';
import { offeredTemplates } from './offeredTemplates';
import { previewOf } from './previewOf';
import { repeatedByKey } from './repeatedSubmission';
import { bodyOfRetry, runAgainOf } from './retryOf';
import { storeDraft, Submitted } from './storeDraft';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

export type { Submitted } from './storeDraft';

/** New tasks: looked at, asked for, asked for again. Who may ask is decided before, in access/. */
export class Submissions {
  constructor(private readonly parts: SubmissionParts) {}

  /** What there is to choose from; for an entity, what fits it. */
  templates(
    directory: Directory,
    entityRef: string | null,
  ): Promise<TemplateList> {
    return offeredTemplates(this.parts, directory, entityRef);
  }

  /** What would happen. Stores nothing, and tells every fault instead of throwing the first. */
  async preview(ask: SubmissionAsk): Promise<TaskPreview> {
    return previewOf(this.parts, ask, await draftTask(this.parts, ask, null));
  }

  /**
   * @throws AgentTasksError when the task is refused; nothing is stored then
   */
  async submit(
    ask: SubmissionAsk,
    idempotencyKey?: string,
  ): Promise<Submitted> {
    const claim = claimOf(ask, 'POST /v1/tasks', ask.body, idempotencyKey);
    // Before anything else: a repeated request gets its task, whatever a policy says by now.
    const repeated = claim && (await repeatedByKey(this.parts, claim));
    if (repeated) return { task: repeated, isReplay: true };
    const draft = await draftTask(this.parts, ask, null);
    return storeDraft(this.parts, ask, draft, claim);
  }

  /**
   * A further task for the same ask. The earlier one stays as it is, but for its failure, which
   * has been seen.
   *
   * @throws AgentTasksError when the task is refused, or the earlier one is not over
   */
  async retry(
    parent: Task,
    order: TaskCommands['retry'],
    from: Omit<SubmissionAsk, 'body'>,
    idempotencyKey?: string,
  ): Promise<Submitted> {
    const { store } = this.parts;
    const route = `POST /v1/tasks/${parent.id}/retry`;
    const claim = claimOf(from, route, order, idempotencyKey);
    const repeated = claim && (await repeatedByKey(this.parts, claim));
    if (repeated) return { task: repeated, isReplay: true };
    if (!allowedActions(parent, await store.now()).includes('retry')) {
      throw new AgentTasksError('TASK_STATE_CONFLICT', {
        action: 'retry',
        state: stateOf(parent),
      });
    }
    const texts = await store.texts(parent.id);
    const body = bodyOfRetry(parent, texts?.parameters, order);
    const ask = { ...from, body };
    const draft = await draftTask(this.parts, ask, runAgainOf(parent, order));
    const submitted = await storeDraft(
      this.parts,
      ask,
      draft,
      claim,
      order.reason,
    );
    await this.acknowledge(parent, from);
    return submitted;
  }

  private async acknowledge(
    parent: Task,
    { caller, requestId }: Omit<SubmissionAsk, 'body'>,
  ): Promise<void> {
    if (parent.attention !== 'failure') return;
    const { ref, type, plugin } = caller;
    await applyEvent(this.parts, parent.id, () => ({
      type: 'updated',
      acknowledged: true,
      actor: { type, ref, ...(plugin === null ? {} : { plugin }) },
      source: 'command',
      requestId,
    }));
  }
}

function claimOf(
  { caller }: Pick<SubmissionAsk, 'caller'>,
  route: string,
  body: unknown,
  key: string | undefined,
): IdempotencyClaim | null {
  if (key === undefined) return null;
  const bodyDigest = hexDigestOf(canonicalJson(body));
  return { principal: caller.ref, route, key, bodyDigest };
}
