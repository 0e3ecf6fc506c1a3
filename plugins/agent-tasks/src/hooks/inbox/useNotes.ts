import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Note, noteOf } from './noteOf';

export interface Notes {
  of(id: string): Note | undefined;
  /** The newest one, to be said aloud. */
  latest: { id: string; note: Note } | undefined;
  forget(ids: ReadonlySet<string>): void;
}

/**
 * What came of everything the person did since the inbox was opened, wherever it was done: by key,
 * by button, in a dialog, or ten seconds ago on a row that they have left.
 */
export function useNotes(): Notes {
  const client = useQueryClient();
  const [notes, setNotes] = useState<ReadonlyMap<string, Note>>(new Map());
  const [latest, setLatest] = useState<Notes['latest']>();
  useEffect(
    () =>
      client.getMutationCache().subscribe(event => {
        if (event.type !== 'updated') return;
        const { type } = event.action;
        if (type !== 'success' && type !== 'error') return;
        const found = noteOf(event.mutation.state);
        if (!found) return;
        setNotes(before => new Map(before).set(found.id, found.note));
        setLatest(found);
      }),
    [client],
  );
  const of = useCallback((id: string) => notes.get(id), [notes]);
  const forget = useCallback(
    (ids: ReadonlySet<string>) =>
      setNotes(before => new Map([...before].filter(([id]) => !ids.has(id)))),
    [],
  );
  return { of, latest, forget };
}
