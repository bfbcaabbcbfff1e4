import type { FastifyInstance } from 'fastify';
import type { Log } from '../platform/log.ts';

export interface StopServingParts {
  readonly server: FastifyInstance;
  /** Aborts what is still under way when the grace time is over. */
  readonly closing: AbortController;
  /** What is under way may end by itself for so long. */
  readonly graceMs: number;
  readonly requestsUnderWay: () => Promise<number>;
  readonly log: Log;
}

/** As long as a supervisor usually waits less what the rest of the closing takes. */
export const usualGraceMs = 10_000;
/** Whoever is told that the server stops has so long to take it; a client that reads slowly must not keep the process. */
const lastWordsMs = 1000;

/**
 * Takes nothing new and lets what is under way end. What is not over with the grace time is answered that the server stops, and soon after
 * every connection is cut, so that this settles whatever clients and sources do.
 */
export async function stopServing(parts: StopServingParts): Promise<void> {
  const { server, closing, graceMs, requestsUnderWay, log } = parts;
  // An application that only asks, as the terminal's, has nobody to tell.
  const level = server.server.listening ? 'info' : 'debug';
  log[level]({ requests: await requestsUnderWay(), grace_ms: graceMs }, 'stopping');
  let cut: NodeJS.Timeout | undefined;
  const grace = setTimeout(() => {
    void requestsUnderWay().then((requests) => log.warn({ requests }, 'the grace time is over'));
    closing.abort(new DOMException('the server stops', 'AbortError'));
    cut = setTimeout(() => server.server.closeAllConnections(), lastWordsMs);
  }, graceMs);
  await server.close();
  clearTimeout(grace);
  clearTimeout(cut);
  log[level]('every request has ended');
}
