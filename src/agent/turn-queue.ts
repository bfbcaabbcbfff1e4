import { untilAborted } from '../resilience/until-aborted.ts';

/** Lets the turns of one session run one after another, in the order they came; turns of different sessions never wait for each other. */
export interface TurnQueue {
  /**
   * Waits for its turn, at most until the signal aborts (then throws the signal's reason and gives up the place). Dispose the answer to
   * let the next one in.
   */
  enter(sessionId: string, signal: AbortSignal): Promise<Disposable>;
  /** Whether a turn of the session is under way or waits. */
  isBusy(sessionId: string): boolean;
}

export function createTurnQueue(): TurnQueue {
  /** The end of the last turn that entered, by session; gone once nobody is inside or waiting. */
  const tails = new Map<string, Promise<void>>();

  return {
    async enter(sessionId, signal) {
      const before = tails.get(sessionId);
      const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
      const tail = (before ?? Promise.resolve()).then(() => left).then(() => undefined);
      tails.set(sessionId, tail);
      void tail.then(() => {
        if (tails.get(sessionId) === tail) tails.delete(sessionId);
      });
      try {
        if (before) await untilAborted(before, signal);
        signal.throwIfAborted();
      } catch (error) {
        leave(undefined);
        throw error;
      }
      return { [Symbol.dispose]: () => leave(undefined) };
    },
    isBusy: (sessionId) => tails.has(sessionId),
  };
}
