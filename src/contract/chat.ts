import { z } from 'zod';
import { FlightCard } from './flight-card.ts';
import { RequestedCurrency } from './requested-currency.ts';
import { RequestedTrip } from './requested-trip.ts';
import { Results, SearchSummary } from './search.ts';
import { Trip } from './trip.ts';

/** A BCP 47 tag that Intl knows how to read. */
export const Locale = z.string().max(35).refine(isLocale, 'a language tag such as en-US');
/** An IANA zone that clocks can be read in. */
export const TimeZone = z.string().max(60).refine(isTimeZone, 'a time zone such as America/New_York');

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Intl takes old names such as PST that Temporal refuses; Temporal takes whole timestamps for the zone in them, which Intl refuses. */
function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export const SessionId = z.string().min(1).max(128);

export const Message = z
  .string()
  .min(1)
  .max(2000)
  .refine((text) => text.trim() !== '', 'has no words in it');

export const slotNames = [
  'origin',
  'destination',
  'departure_date',
  'return_date',
  'passengers',
  'cabin',
  'airline',
  'confirm',
] as const;
export const Slot = z.enum(slotNames);

/** So many offers can be told to be shown. */
export const mostShown = 200;

export const ChatRequest = z
  .object({
    message: Message,
    session_id: SessionId.optional(),
    locale: Locale.optional(),
    currency: RequestedCurrency.optional(),
    time_zone: TimeZone.optional(),
    trip: RequestedTrip.optional().describe(
      'What is known of the trip before the first message, such as one from a link. Without session_id only.',
    ),
    offer_id: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'Chooses this offer of the conversation, wherever it stands in the list. The message is kept as said and not read.',
      ),
    shown_offers: z
      .array(z.string().min(1).max(200))
      .max(mostShown)
      .optional()
      .describe(
        'Offers as the client shows them, first to last, where that is another order than the answer had, or a part of it: places in the message (“the first one”) count in it.',
      ),
  })
  .refine(({ session_id: session, offer_id: offer }) => session !== undefined || offer === undefined, {
    message: 'belongs to a conversation: send it with session_id',
    path: ['offer_id'],
  })
  .refine(({ session_id: session, trip }) => session === undefined || trip === undefined, {
    message: 'begins a conversation: send it without session_id',
    path: ['trip'],
  })
  .meta({ id: 'ChatRequest' });
export type ChatRequest = z.infer<typeof ChatRequest>;

export const Notice = z.object({ code: z.string(), message: z.string() }).meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const ChatAnswer = z
  .object({
    session_id: SessionId,
    turn_id: z.string(),
    reply: z
      .string()
      .describe('Markdown for a person; every price, time and flight number in it comes from an offer.'),
    state_summary: Trip.nullable(),
    missing: z.array(Slot),
    actions: z.array(z.string()).describe('Messages that can be sent back as they are.'),
    flight_cards: z.array(FlightCard),
    search: SearchSummary.nullable(),
    results: Results.nullable(),
    order: z.null(),
    notices: z.array(Notice),
  })
  .meta({ id: 'ChatAnswer' });
export type ChatAnswer = z.infer<typeof ChatAnswer>;
