import {
  AgentTasksError,
  CreateFreezeRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { FreezeRow, TaskStore } from '../../store/TaskStore';

export interface FreezesParts {
  store: Pick<TaskStore, 'now' | 'freeze' | 'thaw'>;
  logger: LoggerService;
  /** Something changed: the loops need not wait for the next turn of a clock. */
  wake(): void;
}

/** Who runs the portal has to know of a freeze without asking. */
const RUNBOOK = 'docs/runbooks/freeze-and-thaw.md';

/** Orders that nothing new starts, and their end. What runs goes on, and is followed as before. */
export class Freezes {
  constructor(private readonly parts: FreezesParts) {}

  /** Once this has returned, nothing in its scope starts on any replica. */
  async order(
    { scope, reason, until, refuse = false }: CreateFreezeRequest,
    by: string,
  ): Promise<FreezeRow> {
    const { store, logger, wake } = this.parts;
    const end = until === undefined ? null : Date.parse(until);
    if (end !== null && end <= (await store.now())) throw alreadyOver();
    const freeze = await store.freeze({
      scopeKind: scope.kind,
      scopeRef: scope.ref ?? null,
      reason,
      by,
      until: end,
      refuse,
    });
    logger.warn('Starts are frozen', { ...tellOf(freeze), refuse });
    // Waiting tasks are to say why.
    wake();
    return freeze;
  }

  /** What waited starts in its turn, as paced as ever. */
  async thaw(id: string, by: string): Promise<FreezeRow> {
    const { store, logger, wake } = this.parts;
    const freeze = await store.thaw(id, by);
    if (!freeze) throw new AgentTasksError('FREEZE_NOT_FOUND');
    logger.warn('Starts are thawed', tellOf(freeze));
    wake();
    return freeze;
  }
}

/** No reason: it is somebody's own words. */
function tellOf({ id, scopeKind, scopeRef }: FreezeRow) {
  return { freezeId: id, scope: scopeKind, ref: scopeRef, runbook: RUNBOOK };
}

function alreadyOver(): AgentTasksError {
  return new AgentTasksError(
    'INVALID_REQUEST',
    {},
    {
      violations: [{ field: 'until', rule: 'custom', hint: 'a time to come' }],
    },
  );
}
