import { useEffect, useState } from 'react';
import { exactTime, relativeTime } from '../../words/ages';
import { HeardOnly } from './HeardOnly';

const MINUTE_MS = 60_000;

/** A time as seen from now; the exact one under the pointer. Moves on by itself. */
export function Age(props: {
  /** ISO 8601. */
  at: string;
  /** Where the exact time matters: it is read out as well. */
  isExact?: boolean;
}) {
  const { at, isExact = false } = props;
  const now = useNow();
  const exact = exactTime(at);
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(new Date(at).getTime() - now)}
      {isExact && <HeardOnly>, {exact}</HeardOnly>}
    </time>
  );
}

/** Milliseconds since the epoch, new every minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
