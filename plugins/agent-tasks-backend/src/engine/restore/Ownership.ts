import { LoggerService } from '@backstage/backend-plugin-api';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';

export interface OwnershipParts {
  store: Pick<TaskStore, 'claimInstance' | 'adoptInstance' | 'freeze'>;
  queries: Pick<TaskQueries, 'freeze'>;
  logger: LoggerService;
  /** `agentTasks.instance` of this portal; null where none is configured. */
  instance: string | null;
}

/** Read by whoever finds everything frozen. */
const REASON =
  'This database belongs to another portal, or is a copy of its database. Thawing takes it over.';

/**
 * Whether the database is this portal's. A copy of it, say a dump in a staging portal, holds tasks
 * that the original runs: until an operator takes it over by thawing, nobody here asks the provider
 * anything.
 */
export class Ownership {
  private isSettled = false;
  private freezeId: string | undefined;

  constructor(private readonly parts: OwnershipParts) {}

  /** True for ever once it was. While it is not, everything is frozen. */
  async isOurs(): Promise<boolean> {
    this.isSettled = this.isSettled || (await this.look());
    return this.isSettled;
  }

  private async look(): Promise<boolean> {
    const { store, queries, instance } = this.parts;
    const owner = await store.claimInstance(instance);
    if (owner === instance) return true;
    if (this.freezeId === undefined) {
      this.freezeId = await this.freeze(owner);
      return false;
    }
    const freeze = await queries.freeze(this.freezeId);
    if (!freeze || freeze.thawedAt === null) return false;
    await store.adoptInstance(instance);
    return true;
  }

  private async freeze(owner: string | null): Promise<string> {
    const { store, logger, instance } = this.parts;
    const { id } = await store.freeze({
      scopeKind: 'all',
      scopeRef: null,
      reason: REASON,
      by: 'system',
      until: null,
      refuse: true,
    });
    logger.error('The database belongs to another portal: all is frozen', {
      instance,
      owner,
      freezeId: id,
      runbook: 'docs/runbooks/clone.md',
    });
    return id;
  }
}
