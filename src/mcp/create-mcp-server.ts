import { McpServer, type CallToolResult, type ServerContext } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Agent } from '../agent.ts';
import { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import { ChatAnswer, Locale, Message, mostShown, SessionId, TimeZone } from '../contract/chat.ts';
import { OfferCheckAnswer } from '../contract/offer-check.ts';
import { PlacesAnswer, PlacesQuery } from '../contract/place.ts';
import { RequestedCurrency } from '../contract/requested-currency.ts';
import { SearchAnswer, SearchRequest } from '../contract/search.ts';
import { UnderstandAnswer, UnderstandRequest } from '../contract/understand.ts';
import { refusalTexts } from '../tools/refusal-texts.ts';
import type { Tools } from '../tools/tools.ts';
import { resultOf, refused } from './call-result.ts';
import { lastOf } from './last-event.ts';

export interface McpParts {
  readonly agent: Agent;
  readonly tools: Tools;
  /** Whom paid searches outside a conversation are counted for. */
  readonly client: string;
  /** Where a session that the client names is kept: among its own, whatever the id says. */
  readonly ownSession: (id: string) => string;
  readonly newRequestId: () => string;
  /** Of Windrose. */
  readonly version: string;
  /** Aborts when nobody waits for any answer any more, which the protocol does not always tell. */
  readonly waiting?: AbortSignal;
  /** Hears of what was not foreseen. */
  readonly onError: (error: unknown, requestId: string) => void;
}

/** Told to every model that uses the tools. */
const instructions = [
  'Windrose finds and compares flights.',
  'Use `chat` for whatever a traveller says in their own words, always with the session_id of its last answer: it keeps the trip, so nothing has to be said twice.',
  'Say prices, times and flight numbers only as they stand in an answer. Nothing is booked or paid here.',
  'Flights marked `demo` are invented: say so. A source that failed is named in `search.providers`; that is not the same as no flights.',
].join(' ');

const mostFlights = z
  .int()
  .min(1)
  .max(100)
  .default(5)
  .describe('How many flights to answer with, the best first; `results` counts all of them.');
const ChatCall = z.object({
  message: Message.describe('What the traveller says, in English or German.'),
  session_id: SessionId.optional().describe('Of the answer before; without it a new conversation begins.'),
  locale: Locale.optional(),
  currency: RequestedCurrency.optional(),
  time_zone: TimeZone.optional(),
  shown_offers: z
    .array(z.string().min(1).max(200))
    .max(mostShown)
    .optional()
    .describe(
      'Offers as the traveller sees them, where that is another list than the answer had: “the last one” counts in it.',
    ),
  most_flights: mostFlights,
});
const SearchCall = SearchRequest.omit({ mode: true }).extend({ most_flights: mostFlights });
const CheckCall = z.object({
  session_id: SessionId,
  offer_id: z.string().min(1).max(500).describe('Of a card, or of one of its fares.'),
});

const reads = { readOnlyHint: true, openWorldHint: true } as const;

/** A server of the Model Context Protocol with the tools of Windrose, for one connection or request. */
export function createMcpServer(parts: McpParts): McpServer {
  const { agent, tools } = parts;
  const server = new McpServer(
    { name: 'windrose', title: 'Windrose', version: parts.version },
    { capabilities: { tools: {} }, instructions },
  );

  server.registerTool(
    'chat',
    {
      title: 'Talk to the travel agent',
      description:
        'One turn of a conversation: searches, filters, compares, answers about flights or asks back, as the message wants.',
      inputSchema: ChatCall,
      outputSchema: ChatAnswer,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    },
    ({ message, session_id: session, most_flights: most, ...settings }, context) =>
      answering(parts, context, async (requestId, signal) => {
        const turn = {
          message,
          sessionId: session === undefined ? null : parts.ownSession(session),
          locale: settings.locale ?? null,
          currency: settings.currency ?? null,
          timeZone: settings.time_zone ?? null,
          shownOffers: settings.shown_offers ?? [],
          mode: 'rollout',
          requestId,
          watched: wantsProgress(context),
        } as const;
        const last = await lastOf(agent.turn(turn, signal), context);
        return last.event === 'turn-error'
          ? refused(last.data)
          : resultOf(withMost(most, last.data), last.data.reply);
      }),
  );

  server.registerTool(
    'search_flights',
    {
      title: 'Search flights',
      description:
        'Flights for a trip that is already known in all its parts, outside a conversation: places by their codes (see find_places), days, travellers, filters.',
      inputSchema: SearchCall,
      outputSchema: SearchAnswer,
      annotations: reads,
    },
    ({ most_flights: most, ...request }, context) =>
      answering(parts, context, async (requestId, signal) => {
        const events = tools.search(request, requestId, wantsProgress(context), signal);
        const last = await lastOf(events, context);
        return last.event === 'turn-error' ? refused(last.data) : resultOf(withMost(most, last.data));
      }),
  );

  server.registerTool(
    'check_offer',
    {
      title: 'Ask whether an offer still holds',
      description:
        'Asks the source of an offer of a conversation again: still sold, at what price, what has changed, sold out, or why nobody knows.',
      inputSchema: CheckCall,
      outputSchema: OfferCheckAnswer,
      annotations: reads,
    },
    ({ session_id: session, offer_id: offer }, context) =>
      answering(parts, context, async (requestId, signal) => {
        const answer = await tools.checkOffer(parts.ownSession(session), offer, requestId, signal);
        return typeof answer === 'string' ? refused({ detail: refusalTexts[answer] }) : resultOf(answer);
      }),
  );

  server.registerTool(
    'price_calendar',
    {
      title: 'Prices of a month',
      description:
        'The cheapest price for every day of a month between two airports or cities, one way or with a way back some nights later.',
      inputSchema: CalendarQuery,
      outputSchema: CalendarAnswer,
      annotations: reads,
    },
    (query, context) =>
      answering(parts, context, async (_, signal) => {
        const calendar = await tools.priceCalendar(query, parts.client, signal);
        return typeof calendar === 'string'
          ? refused({ detail: refusalTexts[calendar] })
          : resultOf(calendar);
      }),
  );

  server.registerTool(
    'find_places',
    {
      title: 'Find places',
      description:
        'Cities and airports by the beginning of a name, a nickname or a code, the likeliest first.',
      inputSchema: PlacesQuery,
      outputSchema: PlacesAnswer,
      annotations: reads,
    },
    ({ q, limit }, context) => answering(parts, context, async () => resultOf(tools.findPlaces(q, limit))),
  );

  server.registerTool(
    'understand_trip',
    {
      title: 'Understand a message',
      description:
        'What a message means, as a trip with its missing and its ambiguous parts. Nothing is searched and nothing is kept.',
      inputSchema: UnderstandRequest,
      outputSchema: UnderstandAnswer,
      annotations: { ...reads, openWorldHint: false },
    },
    (request, context) => answering(parts, context, async () => resultOf(tools.understand(request))),
  );

  return server;
}

/** What fails unforeseen is told to the log with all that is known, and to the model with nothing of it. */
async function answering(
  { newRequestId, waiting, onError }: McpParts,
  { mcpReq }: ServerContext,
  work: (requestId: string, signal: AbortSignal) => Promise<CallToolResult>,
): Promise<CallToolResult> {
  const requestId = newRequestId();
  const signal = waiting ? AbortSignal.any([mcpReq.signal, waiting]) : mcpReq.signal;
  try {
    return await work(requestId, signal);
  } catch (error) {
    if (signal.aborted)
      return refused({ detail: 'This was cut short before it was done. Please try again.' });
    onError(error, requestId);
    return refused({ detail: `Something went wrong here. The log has it as request ${requestId}.` });
  }
}

/** The answer with its first flights alone. */
const withMost = <Answer extends SearchAnswer | ChatAnswer>(
  most: number,
  { flight_cards: cards, results, ...answer }: Answer,
) => ({
  ...answer,
  flight_cards: cards.slice(0, most),
  results: results && { ...results, listed: Math.min(results.listed, most) },
});

const wantsProgress = ({ mcpReq }: ServerContext): boolean => mcpReq._meta?.progressToken !== undefined;
