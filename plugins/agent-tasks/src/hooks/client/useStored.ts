import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

const BUCKET = 'agent-tasks';

/** A choice that the portal keeps for the person; `fallback` until something was chosen. */
export function useStored<Value extends string | boolean>(
  key: string,
  isValue: (stored: unknown) => stored is Value,
  fallback: Value,
): [Value, (value: Value) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [stored, setStored] = useState<unknown>(
    () => bucket.snapshot(key).value,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$(key)
      .subscribe(snapshot => setStored(snapshot.value));
    return () => subscription.unsubscribe();
  }, [bucket, key]);
  const choose = useCallback(
    (value: Value) => {
      setStored(value);
      // Where it cannot be kept it still holds for now.
      bucket.set(key, value).catch(() => {});
    },
    [bucket, key],
  );
  return [isValue(stored) ? stored : fallback, choose];
}
