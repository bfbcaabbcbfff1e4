import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Trip as WireTrip } from '../contract/trip.ts';
import { decimalAmount } from '../domain/money.ts';
import { loadAirports } from '../domain/reference/airports.ts';
import { slots, type Trip } from '../domain/trip.ts';
import { createLanguage } from './create-language.ts';
import type { Language, UnderstandContext } from './language.ts';

const now = Temporal.PlainDateTime.from('2026-11-23T09:00');
let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

const words =
  `from to Boston Lisbon Portland Paris France Nice March May Friday next this the 7th 3rd back return one way round trip for two adults kids aged 5
and 8 a week later earlier under $700 max hours nonstop no without Ryanair Delta business economy first second cheapest then home not instead , . ? ! - 12 2026-12-24
3/4 tomorrow morning at 9:40 TP 218 layover in via bag refundable "it" is that when does land compare I we me my wife 99999999999 ½ → São İ ﷺ \u202e`.split(
    /\s/,
  );
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' '));
const message = fc.oneof(
  sentence,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
const asked = fc.subarray([...slots]);

const contextOf = (
  trip: Trip | null,
  askedSlots: UnderstandContext['asked'],
  hasOffers: boolean,
): UnderstandContext => ({
  trip,
  asked: askedSlots,
  pending: [],
  now,
  locale: 'en-US',
  hasOffers,
});

/** The trip as the wire carries it, which validates every part. */
const wireOf = ({ tripType, legs, stayNights, passengers, cabin, filters, sort }: Trip): unknown => ({
  trip_type: tripType,
  legs: legs.map(({ departure, ...leg }) => ({
    ...leg,
    departure: departure && {
      earliest: departure.earliest,
      latest: departure.latest,
      time_from: departure.timeFrom,
      time_to: departure.timeTo,
    },
  })),
  stay_nights: stayNights,
  passengers,
  cabin,
  sort,
  filters: {
    max_stops: filters.maxStops,
    max_price: filters.maxPrice && {
      amount: decimalAmount(filters.maxPrice),
      currency: filters.maxPrice.currency,
    },
    max_duration_minutes: filters.maxDurationMinutes,
    airlines: filters.airlines,
    alliances: filters.alliances,
    avoid_airports: filters.avoidAirports,
    via_airports: filters.viaAirports,
    arrive_by: filters.arriveBy,
    arrive_after: filters.arriveAfter,
    return_arrive_by: filters.returnArriveBy,
    min_layover_minutes: filters.minLayoverMinutes,
    max_layover_minutes: filters.maxLayoverMinutes,
    no_overnight_layover: filters.noOvernightLayover,
    checked_bags: filters.checkedBags,
    refundable_only: filters.refundableOnly,
  },
});

describe('any message', () => {
  it('leaves a valid trip, and reads the same twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(message, asked, fc.boolean()), { minLength: 1, maxLength: 5 }),
        (turns) => {
          let trip: Trip | null = null;
          for (const [text, askedSlots, hasOffers] of turns) {
            const context = contextOf(trip, askedSlots, hasOffers);
            const understood = language.understand(text, context);
            expect(language.understand(text, context)).toEqual(understood);
            const valid = WireTrip.safeParse(wireOf(understood.trip));
            expect(valid.success, `${text}\n${JSON.stringify(understood.trip)}\n${String(valid.error)}`).toBe(
              true,
            );
            expect(understood.trip.legs).toHaveLength(
              understood.trip.tripType === 'one_way'
                ? 1
                : understood.trip.tripType === 'round_trip'
                  ? 2
                  : understood.trip.legs.length,
            );
            for (const { earliest } of understood.trip.legs.flatMap(({ departure }) => departure ?? []))
              expect(earliest).toMatch(/^\d{4}-\d\d-\d\d$/);
            trip = understood.trip;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('hostile messages of 2,000 characters', () => {
  const repeated = [
    'a',
    ' ',
    'to ',
    'from ',
    '1 ',
    'no ',
    '2-',
    'St. ',
    'me and ',
    'aged 5, ',
    'Paris ',
    'to Paris ',
    'Paris to ',
    'united ',
    'the ',
    'between 1 and ',
    'May 3 ',
    '$1,',
    ',,,',
    '((((',
    'İ',
    '👨‍👩‍👧',
    '\u0301',
    'and back ',
    "i'm in ",
    'not without the ',
    'without any connection in ',
    '3/4/',
    '9:40 ',
    'Aaaa',
    'a-',
    "o'",
    'a. ',
    '- ',
    'for a couple of ',
    "don't ",
    '1h',
  ];
  it.each(repeated.map((unit) => [JSON.stringify(unit), unit.repeat(2000).slice(0, 2000)] as const))(
    'reads %s over and over within its bound',
    (_, text) => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        language.understand(
          text,
          contextOf(null, ['origin', 'destination', 'return_date', 'passengers'], true),
        );
        return performance.now() - start;
      });
      // The bound is 50 ms on an idle machine; the best of three on a busy one is held to it with room for slower processors.
      expect(Math.min(...times)).toBeLessThan(100);
    },
  );
});
