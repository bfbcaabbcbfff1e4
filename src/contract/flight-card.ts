import { z } from 'zod';
import { Money } from './money.ts';
import { AirportCode } from './place.ts';
import { Cabin } from './trip.ts';

const zonedTime = z.iso.datetime({ offset: true });
const pieces = z.int().min(0).nullable();

export const CardSegment = z
  .object({
    flight: z.string().describe('Carrier and number: "TP 218".'),
    operated_by: z.string().nullable(),
    origin: AirportCode,
    destination: AirportCode,
    departs_at: zonedTime,
    arrives_at: zonedTime,
    aircraft: z.string().nullable(),
    cabin: Cabin.nullable(),
  })
  .meta({ id: 'CardSegment' });

export const CardLeg = z
  .object({
    origin: AirportCode,
    destination: AirportCode,
    departs_at: zonedTime,
    arrives_at: zonedTime,
    duration_minutes: z.int(),
    stops: z.int(),
    day_shift: z.int(),
    segments: z.array(CardSegment).min(1),
    layovers: z.array(
      z.object({
        airport: AirportCode,
        minutes: z.int(),
        overnight: z.boolean(),
        changes_airport: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CardLeg' });

export const CardFare = z
  .object({
    brand: z.string().nullable(),
    cabin: Cabin.nullable(),
    refundable: z.boolean().nullable().describe('Before departure, all of the price or less a fee.'),
    changeable: z.boolean().nullable(),
    carry_on_bags: pieces,
    checked_bags: pieces,
    extra_bag_price: Money.nullable().describe('One more checked bag for one traveller over the whole trip.'),
  })
  .meta({ id: 'CardFare' });

export const FlightCard = z
  .object({
    offer_id: z.string(),
    provider: z.string(),
    airline: z.object({ code: z.string(), name: z.string() }),
    legs: z.array(CardLeg).min(1),
    price: z.object({
      total: Money,
      per_traveller: Money.nullable().describe('What one adult pays; null where the source does not say.'),
      includes: z.string(),
      with_bags: Money.nullable()
        .default(null)
        .describe(
          'The total with the checked bags that were asked for; null where none were, and where the source does not say what they cost.',
        ),
      compared: Money.optional().describe(
        'What “cheapest” and every order by price go by: the total with the bags asked for, at a usual price where the source names none, in the currency of the list at a reference rate; left out where that is the total. Not a price to pay.',
      ),
    }),
    fare: CardFare,
    fares: z
      .array(CardFare.extend({ offer_id: z.string(), total: Money }))
      .describe('Every fare of the same flights, cheapest first, this one among them.'),
    sources: z
      .array(z.object({ provider: z.string(), offer_id: z.string(), total: Money }))
      .describe('Every source that sells these flights, cheapest first.'),
    co2_kg: z.number().nullable(),
    seats_left: z.int().nullable(),
    badges: z.array(z.enum(['best', 'cheapest', 'fastest'])),
    score: z.number().min(0).max(1),
    reasons: z.array(z.string()),
    reason_against_first: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .describe(
        'The place in `reasons` of the one that sets the card against the first of the list; null where none does. It says nothing where the cards are shown in another order or some are left away.',
      ),
    warnings: z.array(z.string()),
    demo: z.boolean().describe('True for flights of the demo world, which nobody flies.'),
    observed_at: z.iso.datetime({ offset: true }),
    expires_at: z.iso.datetime({ offset: true }).nullable(),
    booking: z.object({ kind: z.enum(['order', 'link', 'none']), url: z.string().nullable() }),
  })
  .meta({ id: 'FlightCard' });
export type FlightCard = z.infer<typeof FlightCard>;
