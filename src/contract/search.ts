import { z } from 'zod';
import { FlightCard } from './flight-card.ts';
import { Money } from './money.ts';
import { RequestedCurrency } from './requested-currency.ts';
import { RequestedTrip } from './requested-trip.ts';

export const SearchMode = z.enum(['async', 'sync']);
export type SearchMode = z.infer<typeof SearchMode>;

export const ProviderReport = z
  .object({
    provider: z.string(),
    status: z.enum([
      'ok',
      'no_offers',
      'timeout',
      'error',
      'rate_limited',
      'circuit_open',
      'unauthorized',
      'skipped',
    ]),
    offers: z.int(),
    elapsed_ms: z.int(),
    cached: z.boolean(),
    stale: z.boolean().default(false).describe('The source failed and older results stand in for it.'),
    dropped: z
      .int()
      .default(0)
      .describe('Offers that were left out: malformed, or of other flights than were asked for.'),
    requests: z
      .int()
      .default(1)
      .describe('How many times the search had to ask it: once for each choice of days.'),
    failed_requests: z
      .int()
      .default(0)
      .describe(
        'Those of them that it did not answer whole; with offers, the status says why there are no more.',
      ),
    missing_dates: z
      .array(z.string())
      .default([])
      .describe('ISO dates of departure of which nothing has come for that reason.'),
  })
  .meta({ id: 'ProviderReport' });
export type ProviderReport = z.infer<typeof ProviderReport>;

export const FilterCount = z.object({ filter: z.string(), offers: z.int() });

export const emptyReasons = [
  'no_match',
  'filtered_out',
  'providers_failed',
  'past_date',
  'too_far_ahead',
  'budget_spent',
  'still_asking',
] as const;

export const SearchSummary = z
  .object({
    mode: SearchMode,
    complete: z
      .boolean()
      .describe(
        'False while a source is still being asked, and where one has answered only a part of what it was to be asked.',
      ),
    elapsed_ms: z.int(),
    offers_seen: z.int(),
    providers: z.array(ProviderReport),
    waiting_for: z
      .array(z.string())
      .default([])
      .describe('Sources that had not answered when the answer was sent.'),
    filtered: z.array(FilterCount).default([]).describe('How many offers each filter took out.'),
    empty_reason: z.enum(emptyReasons).nullable(),
    by: z
      .array(FilterCount.extend({ offers: z.int().nullable() }))
      .default([])
      .describe(
        'With filtered_out: the filters and how many offers each removed; null where the sources left them out themselves.',
      ),
  })
  .meta({ id: 'SearchSummary' });
export type SearchSummary = z.infer<typeof SearchSummary>;

export const Relaxation = z
  .object({
    filter: z.string(),
    also: z.array(z.string()).describe('Filters that have to give way with it.'),
    offers: z.int().describe('How many offers would come back.'),
    flights: z
      .int()
      .describe('How many different flights among them have no card yet: so many cards would come back.'),
    say: z.string().describe('The message that gives the filter up.'),
    price: Money.nullable().describe(
      'The cheapest of them, as it is sold, with the bags that were asked for.',
    ),
    over: Money.nullable().describe(
      'By how much that passes the price limit; null where it is sold in another currency than the limit.',
    ),
    minutes: z.int().nullable().describe('The shortest of them.'),
    over_minutes: z.int().nullable(),
    stops: z.int().nullable().describe('The fewest stops among them.'),
  })
  .meta({ id: 'Relaxation' });
export type Relaxation = z.infer<typeof Relaxation>;

export const Results = z
  .object({
    cards: z.int().describe('All cards that fit; an answer carries the first of them.'),
    listed: z
      .int()
      .describe(
        'How many of them the answer carries as a list; 0 where its cards are those that the reply is about.',
      ),
    offers: z.int().describe('Offers behind them and behind what was left out.'),
    left_out: z
      .array(
        FilterCount.extend({ flights: z.int().describe('Different flights among them that have no card.') }),
      )
      .describe('How many offers each filter took out.'),
    price_limit_abroad: z
      .array(Money)
      .default([])
      .describe(
        'About how much the price limit is in the other currencies that offers are sold in, at the reference rates by which they are compared with it.',
      ),
    median_co2_kg: z.number().nullable().describe('For one traveller, over all cards.'),
    relaxations: z.array(Relaxation).describe('What to give up for more, most useful first.'),
  })
  .describe('The list behind the cards, after a search and after a refinement of what is held.')
  .meta({ id: 'Results' });
export type Results = z.infer<typeof Results>;

export const SearchRequest = z
  .object({ trip: RequestedTrip, currency: RequestedCurrency.optional(), mode: SearchMode.optional() })
  .meta({ id: 'SearchRequest' });
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SearchAnswer = z
  .object({ flight_cards: z.array(FlightCard), search: SearchSummary, results: Results.nullable() })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
