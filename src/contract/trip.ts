import { z } from 'zod';
import { LocalDateTime } from './local-date-time.ts';
import { Money } from './money.ts';
import { AirportCode, Place } from './place.ts';

export const IsoDate = z.iso.date();
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
export const AirlineCode = z.string().regex(/^[A-Z0-9]{2}$/, 'a two-character IATA airline code');
export const Cabin = z.enum(['economy', 'premium_economy', 'business', 'first']);

export const DepartureWindow = z
  .object({
    earliest: IsoDate,
    latest: IsoDate,
    days: z
      .array(IsoDate)
      .min(2)
      .max(366)
      .optional()
      .describe('The days that are meant, in order from earliest to latest; absent where every day is.'),
    time_from: LocalTime.nullable().default(null),
    time_to: LocalTime.nullable().default(null),
  })
  .refine((window) => window.earliest <= window.latest, {
    message: 'latest is before earliest',
    path: ['latest'],
  })
  .refine(
    ({ earliest, latest, days }) =>
      !days ||
      (days[0] === earliest &&
        days.at(-1) === latest &&
        days.every((day, index) => index === 0 || day > (days[index - 1] ?? day))),
    { message: 'not in order from earliest to latest', path: ['days'] },
  )
  .meta({ id: 'DepartureWindow' });

export const Leg = z
  .object({
    origin: Place.nullable().default(null),
    destination: Place.nullable().default(null),
    departure: DepartureWindow.nullable().default(null),
  })
  .meta({ id: 'Leg' });

export const Party = z
  .object({
    adults: z.int().min(0).max(9).default(1),
    children: z.array(z.int().min(0).max(17)).max(9).default([]).describe('Ages in years.'),
    infants: z.int().min(0).max(9).default(0),
  })
  .meta({ id: 'Party' });

const minutes = z.int().min(0).max(20_000).nullable().default(null);

export const TripFilters = z
  .object({
    max_stops: z.int().min(0).max(5).nullable().default(null),
    max_price: Money.nullable().default(null).describe('For the whole party, all legs.'),
    max_duration_minutes: minutes,
    airlines: z
      .object({
        include: z.array(AirlineCode).max(50).default([]),
        exclude: z.array(AirlineCode).max(50).default([]),
      })
      .default({ include: [], exclude: [] }),
    alliances: z
      .array(z.enum(['star', 'oneworld', 'skyteam']))
      .max(3)
      .default([]),
    avoid_airports: z.array(AirportCode).max(50).default([]),
    via_airports: z
      .array(AirportCode)
      .max(50)
      .default([])
      .describe('There and back each change planes at one of these; of several flights at least one does.'),
    arrive_by: z
      .union([LocalTime, LocalDateTime])
      .nullable()
      .default(null)
      .describe('Latest local arrival of the first leg: HH:MM, or a local date and time.'),
    arrive_after: LocalTime.nullable()
      .default(null)
      .describe('Earliest local arrival of the first leg: HH:MM.'),
    return_arrive_by: LocalTime.nullable()
      .default(null)
      .describe('Latest local arrival of the way back: HH:MM.'),
    min_layover_minutes: minutes,
    max_layover_minutes: minutes,
    no_overnight_layover: z.boolean().default(false),
    checked_bags: z.int().min(0).max(9).nullable().default(null).describe('Per traveller.'),
    refundable_only: z.boolean().default(false),
  })
  .meta({ id: 'TripFilters' });

/** What a traveller wants. On the way in everything but the legs may be left out. */
export const Trip = z
  .object({
    trip_type: z.enum(['one_way', 'round_trip', 'multi_city']).default('one_way'),
    legs: z.array(Leg).min(1).max(6),
    stay_nights: z
      .object({ min: z.int().min(0).max(365), max: z.int().min(0).max(365) })
      .nullable()
      .default(null),
    passengers: Party.default({ adults: 1, children: [], infants: 0 }),
    cabin: Cabin.nullable().default(null),
    filters: TripFilters.prefault({}),
    sort: z.enum(['best', 'cheapest', 'fastest', 'earliest', 'latest']).default('best'),
  })
  .meta({ id: 'Trip' });
export type Trip = z.infer<typeof Trip>;
