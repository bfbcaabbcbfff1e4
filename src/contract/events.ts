import { z } from 'zod';
import { ChatAnswer, Slot } from './chat.ts';
import { FlightCard } from './flight-card.ts';
import { Problem } from './problem.ts';
import { ProviderReport, SearchAnswer, SearchMode } from './search.ts';
import { Trip } from './trip.ts';

/** What a turn tells while it runs, in order; the name of the event and its data. */
export const TurnEvent = z
  .discriminatedUnion('event', [
    z.object({
      event: z.literal('turn-start'),
      data: z.object({ session_id: z.string(), turn_id: z.string(), mode: SearchMode }),
    }),
    z.object({
      event: z.literal('understanding-ready'),
      data: z.object({ trip: Trip.nullable(), missing: z.array(Slot) }),
    }),
    z.object({ event: z.literal('search-start'), data: z.object({ providers: z.array(z.string()) }) }),
    z.object({ event: z.literal('provider-answered'), data: ProviderReport }),
    z.object({
      event: z.literal('offers-ranked'),
      data: z.object({ flight_cards: z.array(FlightCard), complete: z.boolean() }),
    }),
    z.object({ event: z.literal('text-delta'), data: z.object({ text: z.string() }) }),
    z.object({ event: z.literal('turn-end'), data: ChatAnswer }),
    z.object({ event: z.literal('turn-error'), data: Problem }),
  ])
  .describe('What a turn tells while it runs, in order.')
  .meta({ id: 'TurnEvent' });
export type TurnEvent = z.infer<typeof TurnEvent>;

/** The same for POST /search, which has no conversation. */
export const SearchEvent = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('search-start'), data: z.object({ providers: z.array(z.string()) }) }),
    z.object({ event: z.literal('provider-answered'), data: ProviderReport }),
    z.object({
      event: z.literal('offers-ranked'),
      data: z.object({ flight_cards: z.array(FlightCard), complete: z.boolean() }),
    }),
    z.object({ event: z.literal('turn-end'), data: SearchAnswer }),
    z.object({ event: z.literal('turn-error'), data: Problem }),
  ])
  .describe('What a search tells while it runs, in order.')
  .meta({ id: 'SearchEvent' });
export type SearchEvent = z.infer<typeof SearchEvent>;
