import { useEffect, useState } from 'react';

/** Timers of browsers hold 31 bits. */
const longestWaitMs = 2 ** 31 - 1;

/** Whether an instant has passed, and again when it does; false for null. */
export function useHasPassed(instant: string | null): boolean {
  const [, look] = useState(0);
  const leftMs = instant === null ? Infinity : Date.parse(instant) - Date.now();
  useEffect(() => {
    if (leftMs <= 0 || leftMs > longestWaitMs) return undefined;
    const timer = setTimeout(() => look((times) => times + 1), leftMs);
    return () => clearTimeout(timer);
    // Of one instant the wait is known; what is left of it changes with every look.
  }, [instant]);
  return leftMs <= 0;
}
