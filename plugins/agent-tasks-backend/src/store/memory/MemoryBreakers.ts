import { BreakerFact, BreakerScope } from '../../domain/breaker/breakerFact';
import { BreakerState, closedBreaker } from '../../domain/breaker/breakerState';
import { FACTS_OF_A_KIND } from '../../domain/breaker/nextBreaker';
import { afterRead, mayRead } from '../../domain/breaker/readBreaker';
import { MemoryTables } from './MemoryTables';

/** Breakers of a store in memory, and what they are decided by. */
export class MemoryBreakers {
  constructor(private readonly tables: MemoryTables) {}

  all(): BreakerState[] {
    return [...this.tables.breakers.values()];
  }

  of(scope: BreakerScope): BreakerState | undefined {
    return this.tables.breakers.get(nameOf(scope));
  }

  save(breakers: readonly BreakerState[]): void {
    for (const breaker of breakers) {
      this.tables.put(this.tables.breakers, nameOf(breaker.scope), breaker);
    }
  }

  learn(facts: readonly BreakerFact[]): void {
    for (const fact of facts) {
      const name = `${fact.taskId} ${fact.kind} ${nameOf(fact.scope)}`;
      this.tables.put(this.tables.breakerFacts, name, fact);
    }
  }

  /** The latest of each kind about these scopes, newest first. */
  facts(scopes: readonly BreakerScope[]): BreakerFact[] {
    const wanted = new Set(scopes.map(nameOf));
    const seen = new Map<string, number>();
    return [...this.tables.breakerFacts.values()]
      .filter(({ scope }) => wanted.has(nameOf(scope)))
      .sort((a, b) => b.at - a.at)
      .filter(({ scope, kind }) => {
        const name = `${kind} ${nameOf(scope)}`;
        const count = seen.get(name) ?? 0;
        seen.set(name, count + 1);
        return count < FACTS_OF_A_KIND;
      });
  }

  claimRead(identityId: string): number | null {
    const may = mayRead(this.ofReads(identityId), this.tables.clock());
    if (may.kind === 'probing') this.save([may.breaker]);
    return may.kind === 'no' ? may.until : null;
  }

  noteRead(identityId: string, isAnswered: boolean): BreakerState | null {
    const before = this.ofReads(identityId);
    const after = afterRead(before, isAnswered, this.tables.clock());
    if (after !== before) this.save([after]);
    return after.state === before.state ? null : after;
  }

  private ofReads(identityId: string): BreakerState {
    const scope: BreakerScope = { kind: 'read', ref: identityId };
    return this.of(scope) ?? closedBreaker(scope);
  }
}

function nameOf({ kind, ref }: BreakerScope): string {
  return `${kind} ${ref}`;
}
