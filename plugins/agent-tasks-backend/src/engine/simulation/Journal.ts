import { EventCell, FaultKind } from './coverage';

/** What happened in a history: counted always, told only when somebody wants to read it. */
export class Journal {
  readonly faults = new Map<FaultKind, number>();
  readonly cells = new Map<EventCell, number>();
  readonly lines: string[] = [];

  constructor(
    private readonly isTold: boolean,
    private readonly clock: () => number,
    private readonly startAt: number,
  ) {}

  fault(kind: FaultKind, who: string, about = ''): void {
    this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1);
    this.tell(who, () => `! ${kind} ${about}`);
  }

  cell(cell: EventCell): void {
    this.cells.set(cell, (this.cells.get(cell) ?? 0) + 1);
  }

  tell(who: string, what: () => string): void {
    if (!this.isTold) return;
    const at = ((this.clock() - this.startAt) / 1000).toFixed(3);
    this.lines.push(`${at.padStart(11)} s  ${who.padEnd(10)} ${what()}`);
  }
}
