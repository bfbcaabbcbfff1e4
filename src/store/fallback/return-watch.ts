/** Looks again and again whether something is back, until it is. */
export interface ReturnWatch extends AsyncDisposable {
  readonly start: () => void;
}

/** The first look comes at once: what was lost may be one connection of many. Timers do not keep the process alive. */
export function createReturnWatch(pauseMs: number, look: () => Promise<'ok' | 'degraded'>): ReturnWatch {
  let looking: Promise<void> | undefined;
  let stop: (() => void) | undefined;
  let stopped = false;

  /** Grows where it is lost again while the last look was under way. */
  let losses = 0;

  async function watch(): Promise<void> {
    while (!stopped) {
      const before = losses;
      if ((await look()) === 'ok' && losses === before) break;
      await new Promise<void>((resolve) => {
        stop = resolve;
        if (stopped) resolve();
        setTimeout(resolve, pauseMs).unref();
      });
    }
    looking = undefined;
  }

  return {
    start() {
      losses += 1;
      if (!stopped) looking ??= Promise.resolve().then(watch);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      stop?.();
      await looking;
    },
  };
}
