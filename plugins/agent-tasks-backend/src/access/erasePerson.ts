import { Erasure } from '../domain/record/withoutPerson';
import { HeldPerson, PersonArchive } from '../store/PersonArchive';

/** What came of erasing somebody. */
export interface PersonErased {
  /** Tasks that still need the person. When there are any at the beginning, nothing is changed. */
  held: HeldPerson[];
  tasks: number;
  /** Lines of records that no longer say what they said. */
  lines: number;
  /** Other rows: keys of repeated requests, orders to freeze. */
  others: number;
}

const PAGE = 200;

/**
 * Replaces a person by a pseudonym in everything that the portal keeps. Refuses while a task that is
 * not over needs them, before it changes anything: half a person helps nobody. One task after the
 * other is done wholly; what a crash leaves, the same call finishes.
 *
 * @param by - who ordered it, as they say
 */
export async function erasePerson(
  archive: PersonArchive,
  erasure: Erasure,
  by: string,
): Promise<PersonErased> {
  const held: HeldPerson[] = [];
  for await (const taskId of naming(archive, erasure)) {
    const holding = await archive.heldBy(taskId, erasure);
    if (holding) held.push(holding);
  }
  const erased: PersonErased = { held, tasks: 0, lines: 0, others: 0 };
  if (held.length > 0) return erased;
  for await (const taskId of naming(archive, erasure)) {
    const result = await archive.erase(taskId, erasure, by);
    // Asked for, or given to the person, since the first look.
    if (result.kind === 'held') held.push(result);
    if (result.kind === 'erased') {
      erased.tasks += 1;
      erased.lines += result.lines;
    }
  }
  erased.others = await archive.eraseElsewhere(erasure);
  return erased;
}

/** Each task that may name the person, once. */
async function* naming(
  archive: PersonArchive,
  { personRef, logins }: Erasure,
): AsyncGenerator<string> {
  const told = new Set<string>();
  for (const text of [personRef, ...logins.map(login => `"${login}"`)]) {
    let afterId = '';
    for (;;) {
      const ids = await archive.naming(text, afterId, PAGE);
      yield* ids.filter(id => !told.has(id));
      ids.forEach(id => told.add(id));
      if (ids.length < PAGE) break;
      afterId = ids[ids.length - 1];
    }
  }
}
