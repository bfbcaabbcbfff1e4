/** Since when nobody waits for what comes of a call, on the clock of the queue; null while somebody does. */
export type UnawaitedSince = () => number | null;

/** A call that has a connection. */
export interface Place {
  readonly unawaitedSinceMs: UnawaitedSince;
  readonly startedAtMs: number;
  /** Ends the call for the sake of another one; undefined where that is not possible, or done. */
  giveWay: ((error: Error) => void) | undefined;
}

/** Who may have one of so many connections next. */
export interface ConnectionQueue {
  /** A place where one is free; else one later, or a rejection once the signal aborts. Whoever has it leaves it. */
  enter(unawaitedSinceMs: UnawaitedSince, signal: AbortSignal): Place | Promise<Place>;
  leave(place: Place): void;
  readonly waiting: number;
}

export interface ConnectionQueueSettings {
  readonly places: number;
  /** A call that has had its connection for so long, and for which nobody waits any more, gives way to one that somebody waits for. */
  readonly overdueMs: number;
  readonly nowMs: () => number;
}

interface Waiter {
  readonly unawaitedSinceMs: UnawaitedSince;
  readonly go: (place: Place) => void;
}

/** How often those who wait look for calls that have become overdue meanwhile. */
const lookEveryMs = 250;
/** Calls of one burst are due at almost the same time: one that has just become overdue does not give way to its neighbour, which will be soon. */
const neighbourMs = 250;

/**
 * Calls that somebody waits for come first, and the others in what they leave free. So a source that hangs cannot hold all connections with
 * calls whose turns are long over, while one that is only slow may finish them.
 */
export function createConnectionQueue({
  places,
  overdueMs,
  nowMs,
}: ConnectionQueueSettings): ConnectionQueue {
  /** In the order in which they started. */
  const running = new Set<Place>();
  const waiting = new Set<Waiter>();
  let looking: NodeJS.Timeout | undefined;

  function start(unawaitedSinceMs: UnawaitedSince): Place {
    const place: Place = { unawaitedSinceMs, startedAtMs: nowMs(), giveWay: undefined };
    running.add(place);
    return place;
  }

  function findOverdue(): Place | undefined {
    const now = nowMs();
    for (const place of running) {
      if (place.startedAtMs > now - overdueMs) return undefined;
      const sinceMs = place.unawaitedSinceMs();
      if (place.giveWay && sinceMs !== null && sinceMs <= now - neighbourMs) return place;
    }
    return undefined;
  }

  /** Ends as many overdue calls as there are others that somebody waits for. */
  function makeRoom(): void {
    for (const { unawaitedSinceMs } of waiting) {
      if (unawaitedSinceMs() !== null) continue;
      const place = findOverdue();
      if (!place) return;
      const { giveWay } = place;
      place.giveWay = undefined;
      giveWay?.(new DOMException('another call needed the connection', 'TimeoutError'));
    }
  }

  function forget(waiter: Waiter): void {
    waiting.delete(waiter);
    if (waiting.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }

  function wait(unawaitedSinceMs: UnawaitedSince, signal: AbortSignal): Promise<Place> {
    const { promise, resolve, reject } = Promise.withResolvers<Place>();
    const onAbort = () => {
      forget(waiter);
      // Of whatever kind the signal's reason is: the call was never made, which says nothing of the other side.
      reject(new DOMException('no connection came free', 'AbortError'));
    };
    const waiter: Waiter = {
      unawaitedSinceMs,
      go(place) {
        signal.removeEventListener('abort', onAbort);
        forget(waiter);
        resolve(place);
      },
    };
    signal.addEventListener('abort', onAbort, { once: true });
    waiting.add(waiter);
    looking ??= setInterval(makeRoom, lookEveryMs).unref();
    makeRoom();
    return promise;
  }

  return {
    enter: (unawaitedSinceMs, signal) =>
      running.size < places && waiting.size === 0 ? start(unawaitedSinceMs) : wait(unawaitedSinceMs, signal),
    leave(place) {
      running.delete(place);
      if (waiting.size === 0) return;
      let next: Waiter | undefined;
      for (const waiter of waiting) {
        next ??= waiter;
        if (waiter.unawaitedSinceMs() !== null) continue;
        next = waiter;
        break;
      }
      next?.go(start(next.unawaitedSinceMs));
    },
    get waiting() {
      return waiting.size;
    },
  };
}
