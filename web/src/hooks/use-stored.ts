import { useCallback, useState } from 'react';

const onDevice = (): Storage => localStorage;

/** Reads a value that this browser keeps; the fallback where there is none, or where storage is closed to us. */
export function readStored<Value>(key: string, fallback: Value, storage = onDevice): Value {
  try {
    const text = storage().getItem(`windrose.${key}`);
    return text === null ? fallback : (JSON.parse(text) as Value);
  } catch {
    return fallback;
  }
}

/** Keeps a value; a browser that keeps nothing loses it with the page, and that is all. */
export function writeStored(key: string, value: unknown, storage = onDevice): void {
  try {
    storage().setItem(`windrose.${key}`, JSON.stringify(value));
  } catch {
    // Private windows of some browsers refuse: the page works without.
  }
}

export function removeStored(key: string, storage = onDevice): void {
  try {
    storage().removeItem(`windrose.${key}`);
  } catch {
    // Nothing was kept there.
  }
}

/** State that outlives a reload. */
export function useStored<Value>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => readStored(key, fallback));
  const set = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, set];
}
