import { Lane, LANES } from '../../domain/schedule/lane';
import { IdentityRow } from '../../store/TaskStore';

/**
 * What this process has compared of the provider's newest tasks with the database. A database that
 * was restored has forgotten starts, so nothing is started under an identity before that. A
 * database that knows less than it knew a moment ago was restored under our feet: then all of it
 * has to be compared again.
 */
export class LookBack {
  private readonly compared = new Set<string>();
  private readonly read = new Set<string>();
  private readonly sweptAt = new Map<string, number>();
  private readonly nextTryAt = new Map<string, number>();

  /** Whether both listings of the identity were compared, and the database still knows of it. */
  isDone({ id, lastSweptAt }: Pick<IdentityRow, 'id' | 'lastSweptAt'>) {
    const known = lastSweptAt ?? 0;
    if (known < (this.sweptAt.get(id) ?? 0)) this.startOver(id);
    else this.sweptAt.set(id, known);
    return LANES.every(lane => this.compared.has(keyOf(id, lane)));
  }

  isOpen(id: string, lane: Lane): boolean {
    return !this.compared.has(keyOf(id, lane));
  }

  /** False for a while after a look that failed. @param now - milliseconds that never jump */
  mayTry(id: string, lane: Lane, now: number): boolean {
    return now >= (this.nextTryAt.get(keyOf(id, lane)) ?? -Infinity);
  }

  tried(id: string, lane: Lane, nextTryAt: number): void {
    this.nextTryAt.set(keyOf(id, lane), nextTryAt);
  }

  done(id: string, lane: Lane): void {
    this.compared.add(keyOf(id, lane));
  }

  /** Whether the prompt of a task that is not ours still has to be read. */
  isUnread(providerTaskId: string): boolean {
    return !this.read.has(providerTaskId);
  }

  markRead(providerTaskId: string): void {
    this.read.add(providerTaskId);
  }

  private startOver(id: string): void {
    LANES.forEach(lane => this.compared.delete(keyOf(id, lane)));
    this.nextTryAt.clear();
    this.sweptAt.delete(id);
    this.read.clear();
  }
}

function keyOf(id: string, lane: Lane): string {
  return `${lane} ${id}`;
}
