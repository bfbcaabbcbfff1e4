import { z } from 'zod';
import { Locale, Message, Slot, TimeZone } from './chat.ts';
import { LocalDateTime } from './local-date-time.ts';
import { Place } from './place.ts';
import { isWithinYears, RequestedTrip, yearBounds } from './requested-trip.ts';
import { IsoDate, Trip } from './trip.ts';

export const Intent = z.enum([
  'search_flights',
  'refine_search',
  'choose_offer',
  'ask_about_offer',
  'book',
  'cancel_order',
  'affirm',
  'deny',
  'greet',
  'thank',
  'help',
  'start_over',
  'out_of_scope',
]);

export const UnderstandRequest = z
  .object({
    message: Message,
    trip: RequestedTrip.nullish(),
    asked: z.array(Slot).max(20).default([]),
    now: LocalDateTime.refine(isWithinYears, yearBounds)
      .optional()
      .describe('A local time that stands in for the present.'),
    time_zone: TimeZone.optional(),
    locale: Locale.optional(),
  })
  .meta({ id: 'UnderstandRequest' });
export type UnderstandRequest = z.infer<typeof UnderstandRequest>;

export const Ambiguity = z
  .object({
    phrase: z.string(),
    slot: Slot,
    leg: z.int(),
    candidates: z.array(z.object({ label: z.string(), place: Place.nullable(), date: IsoDate.nullable() })),
  })
  .meta({ id: 'Ambiguity' });

export const UnderstandAnswer = z
  .object({
    intent: Intent,
    trip: Trip,
    missing: z.array(Slot),
    ambiguous: z.array(Ambiguity),
    unresolved: z
      .array(z.object({ phrase: z.string(), slot: Slot, suggestions: z.array(z.string()) }))
      .describe('Phrases that name nothing we know.'),
    topic: z.string().nullable().describe('What a question about the offers is about.'),
    engine: z.enum(['rules', 'model']),
  })
  .meta({ id: 'UnderstandAnswer' });
export type UnderstandAnswer = z.infer<typeof UnderstandAnswer>;
