/** Remembers for a while what was read. */
export class TimedCache<T> {
  private readonly known = new Map<string, { until: number; value: T }>();

  /** `now` in milliseconds. A full cache is emptied: it fills again within a pass. */
  constructor(
    private readonly keepMs: number,
    private readonly now: () => number,
    private readonly most = 5_000,
  ) {}

  read(key: string): T | undefined {
    const found = this.known.get(key);
    return found && found.until > this.now() ? found.value : undefined;
  }

  write(key: string, value: T): void {
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(key, { until: this.now() + this.keepMs, value });
  }
}
