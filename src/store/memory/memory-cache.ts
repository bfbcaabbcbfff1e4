import { randomUUID } from 'node:crypto';
import type { Cache } from '../cache.ts';

export interface MemoryCacheSettings {
  /** The least recently used texts beyond this many, or beyond so many bytes, leave. */
  readonly most: number;
  readonly mostBytes: number;
  readonly nowMs: () => number;
}

interface Kept {
  readonly value: string;
  readonly bytes: number;
  readonly untilMs: number;
}

/** What the map takes for an entry beside its texts, roughly. */
const bytesOfEntry = 100;

/** A cache of this process. */
export function createMemoryCache({ most, mostBytes, nowMs }: MemoryCacheSettings): Cache {
  /** Least recently used first. */
  const texts = new Map<string, Kept>();
  const locks = new Map<string, { token: string; untilMs: number }>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= texts.get(key)?.bytes ?? 0;
    texts.delete(key);
  }

  function makeRoom(): void {
    for (const key of texts.keys()) {
      if (texts.size <= most && bytes <= mostBytes) return;
      drop(key);
    }
  }

  /** Locks end in any order; those of dead holders are few. */
  function dropEndedLocks(): void {
    for (const [key, { untilMs }] of locks) if (untilMs <= nowMs()) locks.delete(key);
  }

  return {
    async get(key) {
      const kept = texts.get(key);
      if (!kept) return undefined;
      if (kept.untilMs <= nowMs()) {
        drop(key);
        return undefined;
      }
      texts.delete(key);
      texts.set(key, kept);
      return kept.value;
    },
    async set(key, value, ttlMs) {
      drop(key);
      // A text takes up to two bytes a character in this process.
      const size = 2 * (key.length + value.length) + bytesOfEntry;
      if (ttlMs <= 0 || size > mostBytes) return;
      texts.set(key, { value, bytes: size, untilMs: nowMs() + ttlMs });
      bytes += size;
      makeRoom();
    },
    async lock(key, ttlMs) {
      dropEndedLocks();
      if (locks.has(key)) return undefined;
      const token = randomUUID();
      locks.set(key, { token, untilMs: nowMs() + ttlMs });
      const release = async () => {
        dropEndedLocks();
        return locks.get(key)?.token === token && locks.delete(key);
      };
      return {
        token,
        release,
        async [Symbol.asyncDispose]() {
          await release();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      texts.clear();
      locks.clear();
      bytes = 0;
    },
  };
}
