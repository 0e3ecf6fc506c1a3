import { useEffect, useState } from 'react';
import { relativeTime } from '../../words/ages';

const MINUTE_MS = 60_000;

/** A time as seen from now; the exact one under the pointer. Moves on by itself. */
export function Age(props: {
  /** ISO 8601. */
  at: string;
}) {
  const now = useNow();
  const at = new Date(props.at);
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {relativeTime(at.getTime() - now)}
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
