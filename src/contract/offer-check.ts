import { z } from 'zod';
import { SessionId } from './chat.ts';
import { FlightCard } from './flight-card.ts';
import { Money } from './money.ts';

export const OfferCheckQuery = z.object({ session_id: SessionId });

export const OfferCheckAnswer = z
  .object({
    status: z
      .enum(['confirmed', 'price_changed', 'sold_out', 'expired', 'check_failed'])
      .describe('`check_failed` says nothing about the offer, least of all that it is sold out.'),
    reason: z
      .enum(['timeout', 'error', 'rate_limited', 'circuit_open', 'unauthorized', 'skipped', 'unsupported'])
      .nullable()
      .describe(
        'Why the check failed, null where it did not. `skipped`: the conversation has asked often enough for now; `unsupported`: the source cannot be asked for one offer.',
      ),
    was: Money.describe('What the conversation knew as the total.'),
    now: Money.nullable().describe(
      'What the source asks now; null where it does not sell the offer any more or did not say.',
    ),
    card: FlightCard.describe('The offer as it is now, or as it was last known.'),
  })
  .describe('What the source says of an offer when it is asked again.')
  .meta({ id: 'OfferCheckAnswer' });
export type OfferCheckAnswer = z.infer<typeof OfferCheckAnswer>;
