import type { ServerContext } from '@modelcontextprotocol/server';
import type { SearchEvent, TurnEvent } from '../contract/events.ts';

type Last<Event extends TurnEvent | SearchEvent> = Extract<Event, { event: 'turn-end' | 'turn-error' }>;

/**
 * The end of a turn or a search. Whoever asked for progress is told of each source that answers meanwhile. Throws where the events end
 * without one, which they do only when the signal aborts.
 */
export async function lastOf<Event extends TurnEvent | SearchEvent>(
  events: AsyncIterable<Event>,
  { mcpReq }: ServerContext,
): Promise<Last<Event>> {
  let answered = 0;
  for await (const each of events) {
    if (isLast(each)) return each;
    if (each.event === 'provider-answered') {
      answered += 1;
      await tellProgress(mcpReq, answered, `${each.data.provider}: ${each.data.status}`);
    }
  }
  throw new Error('The turn ended without an answer.');
}

const isLast = <Event extends TurnEvent | SearchEvent>(each: Event): each is Last<Event> =>
  each.event === 'turn-end' || each.event === 'turn-error';

async function tellProgress(
  { _meta: meta, notify }: ServerContext['mcpReq'],
  progress: number,
  message: string,
): Promise<void> {
  const progressToken = meta?.progressToken;
  if (progressToken !== undefined)
    await notify({ method: 'notifications/progress', params: { progressToken, progress, message } });
}
