import { EventEmitter } from 'node:events';
import { chance } from '../state/dice';
import { pathPattern } from './pathPattern';
import { FaultOrder, OrderedFault } from './FaultOrder';

interface Request {
  method: string;
  path: string;
  login: string | null;
}

/** The orders that stand. The first that wants a request gets it. */
export class Faults {
  #seed: number;
  #ordinal = 0;
  #orders: Array<{ fault: OrderedFault; pattern: RegExp }> = [];
  #withdrawals = new EventEmitter().setMaxListeners(0);

  constructor(seed: number) {
    this.#seed = seed;
  }

  order(asked: FaultOrder): OrderedFault {
    this.#ordinal += 1;
    const fault = { ...asked, id: `fault-${this.#ordinal}`, seen: 0, hit: 0 };
    this.#orders.push({ fault, pattern: pathPattern(asked.path ?? '**') });
    return fault;
  }

  /** Counts the request against every order that matches, and returns the one that hits it. */
  meet(request: Request): OrderedFault | undefined {
    let hit: OrderedFault | undefined;
    for (const { fault, pattern } of this.#orders) {
      const matches =
        (!fault.method || fault.method.toUpperCase() === request.method) &&
        (!fault.login || fault.login === request.login) &&
        pattern.test(request.path);
      if (!matches) continue;
      fault.seen += 1;
      if (!hit && this.#wants(fault)) {
        fault.hit += 1;
        hit = fault;
      }
    }
    return hit;
  }

  #wants(fault: OrderedFault): boolean {
    if (fault.seen < (fault.nth ?? 1)) return false;
    const times = fault.times === undefined ? 1 : fault.times;
    if (times !== null && fault.hit >= times) return false;
    const probability = fault.probability ?? 1;
    return chance(this.#seed, 'fault', fault.id, fault.seen) < probability;
  }

  list(): OrderedFault[] {
    return this.#orders.map(({ fault }) => fault);
  }

  /** Takes an order back and lets go of the requests it holds. */
  withdraw(id: string): boolean {
    const before = this.#orders.length;
    this.#orders = this.#orders.filter(({ fault }) => fault.id !== id);
    this.#withdrawals.emit(id);
    return this.#orders.length < before;
  }

  clear(): void {
    for (const { fault } of [...this.#orders]) this.withdraw(fault.id);
  }

  /** Resolves when the order is withdrawn. */
  withdrawn(id: string): Promise<void> {
    return new Promise(resolve => this.#withdrawals.once(id, () => resolve()));
  }
}
