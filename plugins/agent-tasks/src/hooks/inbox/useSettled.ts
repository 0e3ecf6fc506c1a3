import { useEffect, useState } from 'react';

/** Who runs through a list asks for nothing on the way. */
const PAUSE_MS = 120;

/** The value, once it has stood still for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
