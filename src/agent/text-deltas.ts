import type { TurnEvent } from '../contract/events.ts';

/**
 * The reply of a turn, paragraph by paragraph. Only what is saved may be said: an attempt that loses its save to another process is made
 * again, and words that were sent cannot be taken back.
 */
export function* textDeltas(reply: string): Generator<TurnEvent> {
  for (const text of reply.split(/(?<=\n\n)/)) yield { event: 'text-delta', data: { text } };
}
