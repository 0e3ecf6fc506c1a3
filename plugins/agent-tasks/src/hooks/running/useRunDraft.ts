import {
  StorageApi,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useRef } from 'react';

/** Long enough that storage is not written at every key. */
const PAUSE_MS = 600;

/** What storage takes. */
type Json = Parameters<StorageApi['set']>[1];

/** What somebody typed and did not send. */
export interface RunDraft {
  /** ISO 8601. */
  savedAt: string;
  values: Json;
}

/**
 * Keeps what is typed for one entity and template until it was sent. Storage that fails costs the
 * draft, not the form.
 *
 * @param onFound - told once, of a draft kept earlier
 */
export function useRunDraft(
  entityRef: string,
  templateRef: string,
  onFound: (draft: RunDraft) => void,
) {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(
    () => storage.forBucket('agent-tasks-drafts'),
    [storage],
  );
  const key = `${entityRef} ${templateRef}`;
  const tell = useRef(onFound);
  tell.current = onFound;
  const waiting = useRef<{ timer: number; write: () => void }>();

  useEffect(() => {
    let isTold = false;
    const told = (draft: unknown) => {
      if (isTold || !isDraft(draft)) return;
      isTold = true;
      tell.current(draft);
    };
    const known = bucket.snapshot(key);
    told(known.value);
    if (known.presence !== 'unknown') return undefined;
    const subscription = bucket.observe$(key).subscribe(snapshot => {
      told(snapshot.value);
      // Only what was there before us is a draft; what follows is what we write.
      isTold = true;
    });
    return () => subscription.unsubscribe();
  }, [bucket, key]);

  const stop = useCallback(() => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, []);

  useEffect(
    () => () => {
      // Closed in the middle of a word.
      const write = waiting.current?.write;
      stop();
      write?.();
    },
    [stop, key],
  );

  const save = useCallback(
    (values: Json) => {
      stop();
      const draft = { savedAt: new Date().toISOString(), values };
      const write = () => {
        waiting.current = undefined;
        bucket.set(key, draft).catch(() => {});
      };
      waiting.current = { timer: window.setTimeout(write, PAUSE_MS), write };
    },
    [bucket, key, stop],
  );

  const clear = useCallback(() => {
    stop();
    bucket.remove(key).catch(() => {});
  }, [bucket, key, stop]);

  return { save, clear };
}

function isDraft(value: unknown): value is RunDraft {
  const { savedAt, values } = Object(value);
  return typeof savedAt === 'string' && typeof values === 'object' && !!values;
}
