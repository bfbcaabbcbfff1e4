import { createBusyShare } from './busy-share.ts';

export interface GiveBackMemoryParts {
  /** Collects all that can be collected and gives the room back; undefined where the process was started without `--expose-gc`. */
  readonly collect: (() => void) | undefined;
  /** Whether nobody waits for an answer: collecting takes a tenth of a second. */
  readonly isIdle: () => Promise<boolean>;
  /** Bytes of the heap that hold nothing. */
  readonly emptyBytes: () => number;
  /** The share of its time, 0 to 1, that this thread has worked since the last look. */
  readonly busyShare?: () => number;
  /** Between two looks, milliseconds. */
  readonly everyMs?: number;
}

const usuallyEveryMs = 30_000;
/** Of the time between two looks: a turn a second or two. Whoever is busier needs the room. */
const quietShare = 0.01;
/** For less it is not worth it. */
const worthBytes = 64 * 1024 * 1024;

/**
 * A start leaves as much garbage and empty room behind as a quiet server needs in all, and so does a busy hour; V8 keeps both for as long as
 * little happens. In quiet times they are given back (docs/decisions/0018). Dispose it to stop looking.
 */
export function giveBackMemory(parts: GiveBackMemoryParts): Disposable {
  const { collect, isIdle, emptyBytes, busyShare = createBusyShare(), everyMs = usuallyEveryMs } = parts;
  const look = async (): Promise<void> => {
    if (busyShare() < quietShare && emptyBytes() >= worthBytes && (await isIdle())) collect?.();
  };
  const timer = collect && setInterval(() => void look(), everyMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** As `--expose-gc` brings it, in the way that also gives back what V8 keeps for later. */
export const collectAll = (): (() => void) | undefined => {
  const { gc } = globalThis;
  if (!gc) return undefined;
  return () => {
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
};

export const emptyHeapBytes = (): number => {
  const { heapTotal, heapUsed } = process.memoryUsage();
  return heapTotal - heapUsed;
};
