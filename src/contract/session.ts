import { z } from 'zod';
import { SessionId } from './chat.ts';
import { FlightCard } from './flight-card.ts';
import { Results } from './search.ts';
import { Trip } from './trip.ts';

export const SessionAnswer = z
  .object({
    session_id: SessionId,
    transcript: z
      .array(
        z.object({
          role: z.enum(['traveller', 'agent']),
          text: z.string(),
          at: z.iso.datetime({ offset: true }),
        }),
      )
      .describe('The last 100 lines.'),
    earlier_lines: z
      .int()
      .default(0)
      .describe('How many lines came before those of the transcript; they are not kept any more.'),
    trip: Trip.nullable(),
  })
  .meta({ id: 'SessionAnswer' });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

export const CardsAnswer = z
  .object({ flight_cards: z.array(FlightCard), results: Results.nullable() })
  .describe(
    'Every card that fits the trip, best first, from the offers that the conversation holds; no source is asked.',
  )
  .meta({ id: 'CardsAnswer' });
export type CardsAnswer = z.infer<typeof CardsAnswer>;
