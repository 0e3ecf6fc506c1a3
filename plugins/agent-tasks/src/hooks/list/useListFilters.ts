import { useCallback, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ListFilters, readFilters, writeFilters } from './listFilters';
import { clearedTo, Me } from './listViews';

/**
 * The filters of the page, which live in its address. Where that has none, they are "Asked by me",
 * and the address then says so: whoever is sent it sees the same.
 */
export function useListFilters(me: Me | undefined): {
  filters: ListFilters | undefined;
  setFilters(filters: ListFilters): void;
} {
  const [address, setAddress] = useSearchParams();
  const given = useMemo(() => readFilters(address), [address]);
  const filters = useMemo(
    () => given ?? (me && clearedTo('mine', me)),
    [given, me],
  );
  const setFilters = useCallback(
    (next: ListFilters) => setAddress(writeFilters(next)),
    [setAddress],
  );
  useEffect(() => {
    if (!given && filters) setAddress(writeFilters(filters), { replace: true });
  }, [given, filters, setAddress]);
  return { filters, setFilters };
}
