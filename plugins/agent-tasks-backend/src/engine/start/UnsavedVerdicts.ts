import { isDatabaseOutage } from '../isDatabaseOutage';

/**
 * What this process knows of its starts and the database does not, because it was away when it was
 * told. Kept until it is back. Lost with the process: then the resolver looks for what was started.
 */
export class UnsavedVerdicts {
  private readonly open = new Set<() => Promise<void>>();

  /** Saves now, or keeps it for later. @returns the outage that kept it from being saved */
  async save(work: () => Promise<void>): Promise<unknown> {
    try {
      await work();
      return undefined;
    } catch (reason) {
      if (!isDatabaseOutage(reason)) throw reason;
      this.open.add(work);
      return reason;
    }
  }

  /** Saves what was kept; fails where the database is still away, with the rest kept. */
  async saveKept(): Promise<void> {
    for (const work of this.open) {
      const outage = await this.save(() => {
        this.open.delete(work);
        return work();
      });
      if (outage !== undefined) throw outage;
    }
  }
}
