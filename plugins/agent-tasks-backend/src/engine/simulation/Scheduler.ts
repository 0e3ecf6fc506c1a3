import { Dice } from './Dice';

// Held here because a global is looked up slowly inside of a test.
const { max } = Math;
const soon = setImmediate;
const NEVER = Number.MAX_SAFE_INTEGER;

/** Something that happens at a time; `isOver` takes it out of the world before it happens. */
interface Step {
  at: number;
  /** Orders steps of the same millisecond, by chance. */
  tie: number;
  /** Later than `at` while its process stands still. */
  heldUntil?: () => number;
  isOver?: () => boolean;
  run: () => void;
}

/** Waits until there may be work: `readyAt` is asked again whenever something has happened. */
export interface Idler {
  notBefore: number;
  readyAt: () => number | null;
  isOver: () => boolean;
  resume: () => void;
}

/**
 * Time and order of everything in a history. Whatever the engine awaits is a step here; when all of
 * it waits, the earliest step happens, and time jumps to it. Nothing else moves the clock.
 */
export class Scheduler {
  now: number;
  steps = 0;
  /** What processes wait for, in no order: a process may stand still, or be gone. */
  private waiting: Step[] = [];
  /** What happens in any case, the last first. */
  private readonly planned: Step[] = [];
  private idlers: Idler[] = [];

  constructor(private readonly dice: Dice, startAt: number) {
    this.now = startAt;
  }

  /** Happens after so many milliseconds, or a little later when its process stands still. */
  after(ms: number, run: () => void, of: Partial<Step> = {}): void {
    const step = { ...of, at: this.now + ms, tie: this.dice.roll(), run };
    if (of.heldUntil || of.isOver) this.waiting.push(step);
    else insert(this.planned, step);
  }

  idle(idler: Idler): void {
    this.idlers.push(idler);
  }

  /** Runs until nothing is left to happen before the given time. */
  async runUntil(end: number, isDone: () => boolean): Promise<void> {
    for (;;) {
      await everythingWaits();
      if (isDone()) return;
      const next = this.next();
      if (!next || next.at > end) return;
      this.now = max(this.now, next.at);
      this.steps += 1;
      next.run();
    }
  }

  private next(): { at: number; run: () => void } | undefined {
    const step = this.firstStep();
    const idler = this.firstIdler(step?.at ?? NEVER);
    if (idler) {
      this.idlers.splice(this.idlers.indexOf(idler.of), 1);
      return { at: idler.at, run: idler.of.resume };
    }
    if (!step) return undefined;
    if (step === this.planned.at(-1)) this.planned.pop();
    else this.waiting.splice(this.waiting.indexOf(step), 1);
    return step;
  }

  private firstStep(): Step | undefined {
    let first = this.planned.at(-1);
    let isAnyOver = false;
    for (const step of this.waiting) {
      if (step.isOver?.()) {
        isAnyOver = true;
        continue;
      }
      const heldUntil = step.heldUntil?.() ?? 0;
      if (heldUntil > step.at) step.at = heldUntil;
      if (!first || isBefore(step, first)) first = step;
    }
    if (isAnyOver) this.waiting = this.waiting.filter(one => !one.isOver?.());
    return first;
  }

  private firstIdler(before: number): { at: number; of: Idler } | undefined {
    let first: { at: number; of: Idler } | undefined;
    let isAnyOver = false;
    for (const idler of this.idlers) {
      if (idler.isOver()) {
        isAnyOver = true;
        continue;
      }
      const ready = idler.readyAt();
      if (ready === null) continue;
      const at = max(ready, idler.notBefore, this.now);
      if (at < (first?.at ?? before)) first = { at, of: idler };
    }
    if (isAnyOver) this.idlers = this.idlers.filter(one => !one.isOver());
    return first;
  }
}

function isBefore(one: Step, other: Step): boolean {
  return one.at === other.at ? one.tie < other.tie : one.at < other.at;
}

function insert(lastFirst: Step[], step: Step): void {
  let index = lastFirst.length;
  while (index > 0 && isBefore(lastFirst[index - 1], step)) index -= 1;
  lastFirst.splice(index, 0, step);
}

/** Resolves when no promise of the engine can go on without the scheduler. */
function everythingWaits(): Promise<void> {
  return new Promise(resolve => {
    soon(resolve);
  });
}
