import type { ChatRequest } from '../../../src/contract/chat.ts';
import type { SearchEvent, TurnEvent } from '../../../src/contract/events.ts';
import type { SearchRequest } from '../../../src/contract/search.ts';
import type { Ask } from './access.ts';
import { problemFrom } from './problem-error.ts';
import { readEvents } from './read-events.ts';

/** The connection ended before the turn did. */
export class DroppedError extends Error {}

/** Sends a message and tells every event of its turn. Throws ProblemError, DroppedError, or what fetch throws without a network. */
export const streamTurn = (ask: Ask, request: ChatRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> =>
  stream<TurnEvent>(ask, '/chat', request, signal);

/** Searches a trip that is already understood. */
export const streamSearch = (
  ask: Ask,
  request: Omit<SearchRequest, 'mode'>,
  signal: AbortSignal,
): AsyncGenerator<SearchEvent> => stream<SearchEvent>(ask, '/search', request, signal);

async function* stream<Event extends { event: string }>(
  ask: Ask,
  path: string,
  request: object,
  signal: AbortSignal,
): AsyncGenerator<Event> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok || !response.body) throw await problemFrom(response);
  for await (const event of readEvents(response.body)) {
    // The server validates what it sends against the schemas these types come from.
    yield event as unknown as Event;
    if (event.event === 'turn-end' || event.event === 'turn-error') return;
  }
  throw new DroppedError('The connection ended before the answer did.');
}
