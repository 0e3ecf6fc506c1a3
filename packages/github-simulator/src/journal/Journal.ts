/** One request as it arrived and as it was answered. */
export interface JournalEntry {
  number: number;
  at: string;
  method: string;
  path: string;
  /** `POST /agents/repos/{owner}/{repo}/tasks`; null where no route fits. */
  operation: string | null;
  login: string | null;
  requestId: string;
  /** 0: the connection was cut without an answer. */
  status: number;
  fault: string | null;
}

const KEPT = 50_000;

/** Remembers every request. The counts cover all of them, the entries the newest. */
export class Journal {
  #entries: JournalEntry[] = [];
  #counts = new Map<string, number>();
  #number = 0;

  add(entry: Omit<JournalEntry, 'number'>): void {
    this.#number += 1;
    this.#entries.push({ number: this.#number, ...entry });
    if (this.#entries.length > KEPT) this.#entries.shift();
    const key = entry.operation ?? `${entry.method} (unknown)`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort());
  }

  get total(): number {
    return this.#number;
  }

  clear(): void {
    this.#entries = [];
    this.#counts.clear();
    this.#number = 0;
  }
}
