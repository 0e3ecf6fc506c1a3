/** Something that will be done unless it is taken back in time. */
export interface PendingCommand {
  taskId: string;
  /** What the person chose, as the word that `allowedActions` uses. */
  command: string;
  /** Milliseconds since the epoch, by the browser's clock. */
  doneAt: number;
}

interface Entry extends PendingCommand {
  timer: ReturnType<typeof setTimeout>;
  send: () => void;
}

/** How long a person may take a command back, in milliseconds. */
export const UNDO_MS = 10_000;

/**
 * Commands that people may still take back. They outlive the page they were given on: walking away
 * is no undo. At most one per task.
 */
export class PendingCommands {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #list: PendingCommand[] = [];

  /** Does it after {@link UNDO_MS}; another one for the same task is done at once. */
  add(taskId: string, command: string, send: () => void): void {
    this.#finish(taskId);
    const timer = setTimeout(() => this.#finish(taskId), UNDO_MS);
    const doneAt = Date.now() + UNDO_MS;
    this.#entries.set(taskId, { taskId, command, doneAt, timer, send });
    this.#tell();
  }

  /** Takes it back; nothing happens when it was done already. */
  undo(taskId: string): void {
    const entry = this.#entries.get(taskId);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#entries.delete(taskId);
    this.#tell();
  }

  /** Does all of them now: the page is about to go. */
  flush(): void {
    for (const taskId of [...this.#entries.keys()]) this.#finish(taskId);
  }

  /** The same array until something changes. */
  list = (): PendingCommand[] => this.#list;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #finish(taskId: string): void {
    const entry = this.#entries.get(taskId);
    if (!entry) return;
    this.undo(taskId);
    entry.send();
  }

  #tell(): void {
    this.#list = [...this.#entries.values()].map(
      ({ taskId, command, doneAt }) => ({ taskId, command, doneAt }),
    );
    for (const listener of this.#listeners) listener();
  }
}

/** Of this app. */
export const pendingCommands = new PendingCommands();
