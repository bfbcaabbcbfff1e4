import fc from 'fast-check';
import { cabins } from '../domain/cabin.ts';
import { windowOfDays } from '../domain/departure-days.ts';
import { money } from '../domain/money.ts';
import type { Place } from '../domain/place.ts';
import { alliances, sortOrders, tripTypes, type DepartureWindow, type Trip } from '../domain/trip.ts';
import { isoDateOfDay } from '../domain/zoned-minute.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const letters = (count: number) =>
  fc.string({ minLength: count, maxLength: count, unit: fc.constantFrom('A', 'B', 'C', 'X', 'Y', 'Z') });
const airport = letters(3);
const two = (value: number) => String(value).padStart(2, '0');
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const day = fc.integer({ min: 20_000, max: 25_000 });

const place: fc.Arbitrary<Place> = fc.record({
  kind: fc.constantFrom('city', 'airport'),
  code: airport,
  name: fc.string({ maxLength: 30 }),
  country: letters(2),
  region: maybe(fc.string({ maxLength: 30 })),
  airports: fc.array(airport, { minLength: 1, maxLength: 4 }),
});

const departure: fc.Arbitrary<DepartureWindow> = fc
  .record({
    first: day,
    later: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 14 }),
    timeFrom: maybe(clock),
    timeTo: maybe(clock),
  })
  .map(({ first, later, ...times }) =>
    windowOfDays([first, ...later.toSorted((a, b) => a - b).map((more) => first + more)], times),
  );

const minutes = maybe(fc.integer({ min: 0, max: 20_000 }));

/** Any trip that the wire can carry. */
export const arbitraryTrip: fc.Arbitrary<Trip> = fc.record({
  tripType: fc.constantFrom(...tripTypes),
  legs: fc.array(
    fc.record({ origin: maybe(place), destination: maybe(place), departure: maybe(departure) }),
    { minLength: 1, maxLength: 6 },
  ),
  stayNights: maybe(fc.record({ min: fc.nat(365), max: fc.nat(365) })),
  passengers: fc.record({
    adults: fc.nat(9),
    children: fc.array(fc.integer({ min: 2, max: 17 }), { maxLength: 9 }),
    infants: fc.nat(9),
  }),
  cabin: maybe(fc.constantFrom(...cabins)),
  filters: fc.record({
    maxStops: maybe(fc.nat(5)),
    maxPrice: maybe(
      fc
        .tuple(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom('USD', 'JPY', 'KWD', 'XTS'))
        .map(([minor, currency]) => money(minor, currency)),
    ),
    maxDurationMinutes: minutes,
    airlines: fc.record({
      include: fc.array(letters(2), { maxLength: 3 }),
      exclude: fc.array(letters(2), { maxLength: 3 }),
    }),
    alliances: fc.subarray([...alliances]),
    avoidAirports: fc.array(airport, { maxLength: 3 }),
    viaAirports: fc.array(airport, { maxLength: 3 }),
    arriveBy: maybe(
      fc.oneof(
        clock,
        fc.tuple(day, clock).map(([date, time]) => `${isoDateOfDay(date)}T${time}`),
      ),
    ),
    arriveAfter: maybe(clock),
    returnArriveBy: maybe(clock),
    minLayoverMinutes: minutes,
    maxLayoverMinutes: minutes,
    noOvernightLayover: fc.boolean(),
    checkedBags: maybe(fc.nat(9)),
    refundableOnly: fc.boolean(),
  }),
  sort: fc.constantFrom(...sortOrders),
});
