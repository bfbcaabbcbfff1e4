import { getHeapSpaceStatistics } from 'node:v8';
import { createBusyShare } from './busy-share.ts';

export interface CollectWhileWaitingParts {
  /** Collects young objects; undefined where the process was started without `--expose-gc`. */
  readonly collect: (() => void) | undefined;
  /** Bytes of young objects, the living and the dead. */
  readonly youngBytes: () => number;
  /** Between two looks, milliseconds. */
  readonly everyMs?: number;
}

export interface WaitingCollector extends Disposable {
  /** To be told whenever something begins or ends: without that nothing has to be collected. */
  readonly stir: () => void;
}

const usuallyEveryMs = 50;
/** Of the time between two looks. Somebody who comes meanwhile waits for some milliseconds. */
const quietShare = 0.1;
/** A quarter of what fits; for less it is not worth it. */
const worthBytes = 12 * 1024 * 1024;

/**
 * Young objects are collected when no more of them fit, which is while many are made: in the middle of the answers that travellers wait for,
 * and for 10 to 20 milliseconds of those. While turns only wait for their sources there is time (docs/decisions/0020).
 */
export function collectWhileWaiting(parts: CollectWhileWaitingParts): WaitingCollector {
  const { collect, youngBytes, everyMs = usuallyEveryMs } = parts;
  const busyShare = createBusyShare();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  function lookLater(): void {
    timer = setTimeout(look, everyMs).unref();
  }

  function look(): void {
    timer = undefined;
    if (busyShare() >= quietShare) lookLater();
    else if (youngBytes() >= worthBytes) collect?.();
  }

  return {
    stir() {
      if (!collect || timer || ended) return;
      // What was before is over.
      busyShare();
      lookLater();
    },
    [Symbol.dispose]() {
      ended = true;
      clearTimeout(timer);
    },
  };
}

/** As `--expose-gc` brings it. */
export const collectYoung = (): (() => void) | undefined => {
  const { gc } = globalThis;
  if (!gc) return undefined;
  return () => {
    gc({ type: 'minor', execution: 'sync' });
  };
};

export const youngHeapBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_used_size ?? 0;
