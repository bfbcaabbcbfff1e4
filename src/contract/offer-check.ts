import { z } from 'zod';
import { SessionId } from './chat.ts';
import { FlightCard } from './flight-card.ts';
import { Money } from './money.ts';
import { AirportCode } from './place.ts';

export const OfferCheckQuery = z.object({ session_id: SessionId });

const told = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const OfferChange = z
  .object({
    what: z.enum([
      'flights',
      'departure',
      'arrival',
      'layover',
      'cabin',
      'refundable',
      'changeable',
      'carry_on_bags',
      'checked_bags',
    ]),
    leg: z.int().min(0).nullable().describe('Of which leg of the card, from 0; null for the whole fare.'),
    airport: AirportCode.nullable().describe('Where the layover is; null for everything else.'),
    was: told.describe(
      'A text for flights and cabin, a time with its offset for departure and arrival, minutes for a layover, a number of bags, or whether it can be.',
    ),
    now: told.describe('The same as it is now; null where the source does not say any more.'),
  })
  .meta({ id: 'OfferChange' });
export type OfferChange = z.infer<typeof OfferChange>;

export const OfferCheckAnswer = z
  .object({
    status: z
      .enum(['confirmed', 'price_changed', 'sold_out', 'expired', 'check_failed'])
      .describe(
        '`confirmed`: flights, times, conditions and total are those that the conversation knew. `price_changed`: it is sold, but not as that was; `changes` may have more than the price, and the price may be the same. `check_failed` says nothing about the offer, least of all that it is sold out.',
      ),
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
    changes: z
      .array(OfferChange)
      .describe('What is different besides the total; what the source has not said before is no change.'),
    card: FlightCard.describe('The offer as it is now, or as it was last known.'),
  })
  .describe('What the source says of an offer when it is asked again.')
  .meta({ id: 'OfferCheckAnswer' });
export type OfferCheckAnswer = z.infer<typeof OfferCheckAnswer>;
