import fc from 'fast-check';
import { cabins } from '../domain/cabin.ts';
import { money } from '../domain/money.ts';
import type { Offer, OfferLeg, Segment } from '../domain/offer.ts';
import { alliances, noFilters, sortOrders, type Trip, type TripFilters } from '../domain/trip.ts';
import { fromIso, minutesBetween } from '../domain/zoned-minute.ts';

// Few values, so that equal flights, equal prices and offers that beat each other come up all the time.

const midnight = fromIso('2026-12-04T00:00:00Z').epochMinutes;
const offsets: Readonly<Record<string, number>> = { BOS: -300, LHR: 0, LGW: 0, FRA: 60, LIS: 0 };
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const hop = fc.record({
  carrier: fc.constantFrom('TP', 'UA', 'BA', 'ZZ'),
  operatedBy: maybe(fc.constantFrom('TP', 'FR')),
  number: fc.constantFrom('1', '2'),
  landsAt: fc.constantFrom('LHR', 'LGW', 'FRA'),
  leavesFrom: fc.constantFrom('LHR', 'FRA'),
  flies: fc.constantFrom(60, 200, 395),
  waits: fc.constantFrom(30, 59, 60, 90, 240, 300, 301, 600),
  cabin: maybe(fc.constantFrom(...cabins)),
  technicalStops: fc.constantFrom(0, 0, 0, 1),
});
type Hop = typeof hop extends fc.Arbitrary<infer T> ? T : never;

const departures = [0, 329, 330, 500, 1_000, 1_379, 1_380];

function flyLeg(day: number, departure: number, [first, ...others]: readonly [Hop, ...Hop[]]): OfferLeg {
  let at = midnight + day * 1440 + departure - (offsets.BOS ?? 0);
  const hops = [first, ...others];
  const fly = (each: Hop, index: number): Segment => {
    const origin = index === 0 ? 'BOS' : each.leavesFrom;
    const destination = index === hops.length - 1 ? 'LIS' : each.landsAt;
    const departsAt = { epochMinutes: at, offsetMinutes: offsets[origin] ?? 0 };
    const arrivesAt = { epochMinutes: at + each.flies, offsetMinutes: offsets[destination] ?? 0 };
    at += each.flies + each.waits;
    const { carrier, number, operatedBy, cabin, technicalStops, flies } = each;
    return {
      carrier,
      number,
      operatedBy,
      origin,
      destination,
      departsAt,
      arrivesAt,
      durationMinutes: flies,
      aircraft: null,
      cabin,
      technicalStops,
    };
  };
  const segments = [fly(first, 0), ...others.map((each, index) => fly(each, index + 1))] as const;
  const last = segments.at(-1) ?? segments[0];
  return { segments, durationMinutes: minutesBetween(segments[0].departsAt, last.arrivesAt) };
}

const leg = (day: number): fc.Arbitrary<OfferLeg> =>
  fc
    .record({
      departure: fc.constantFrom(...departures),
      hops: fc.oneof(fc.tuple(hop), fc.tuple(hop), fc.tuple(hop, hop), fc.tuple(hop, hop, hop)),
    })
    .map(({ departure, hops }) => flyLeg(day, departure, hops));

const total = fc
  .tuple(
    fc.oneof(fc.constantFrom(20_000, 30_000, 30_001), fc.integer({ min: 1, max: 900_000 })),
    fc.constantFrom('USD', 'USD', 'USD', 'USD', 'EUR', 'JPY', 'XTS'),
  )
  .map(([minor, currency]) => money(minor, currency));

/** An offer of so many legs; its id is set by who collects several. */
const offer = (legs: number): fc.Arbitrary<Offer> =>
  fc.record({
    id: fc.constant(''),
    provider: fc.constantFrom('duffel', 'amadeus', 'demo'),
    carrier: fc.constantFrom('TP', 'UA'),
    legs:
      legs === 1
        ? fc.tuple(leg(0)).map(([one]) => [one] as const)
        : fc.tuple(leg(0), leg(7)).map((two) => two),
    total,
    perTraveller: maybe(total),
    fare: fc.record({
      brand: maybe(fc.constantFrom('Light', 'Classic')),
      cabin: maybe(fc.constantFrom(...cabins)),
      refundable: maybe(fc.boolean()),
      changeable: maybe(fc.boolean()),
      carryOnBags: maybe(fc.nat(2)),
      checkedBags: maybe(fc.nat(2)),
      extraBagPrice: maybe(fc.nat(9_000).map((minor) => money(minor, 'USD'))),
    }),
    co2Kg: maybe(fc.nat(900)),
    seatsLeft: maybe(fc.integer({ min: 1, max: 9 })),
    separateTickets: fc.constantFrom(false, false, true),
    observedAt: fc.constant('2026-11-24T09:00:00Z'),
    expiresAt: maybe(fc.constant('2026-11-24T09:30:00Z')),
    booking: fc.constantFrom(
      { kind: 'order', url: null } as const,
      { kind: 'link', url: 'https://example.com/' } as const,
    ),
    demo: fc.boolean(),
    reference: fc.record({ value: fc.constantFrom(null, 'off_1', { legs: [[1, 2]] }) }),
  });

/** The same offer on a flight of another number, so many minutes later. */
function twinOf(model: Offer, minutes: number): Offer {
  const moved = ({ epochMinutes, offsetMinutes }: Segment['departsAt']) => ({
    epochMinutes: epochMinutes + minutes,
    offsetMinutes,
  });
  const twin = (segment: Segment): Segment => ({
    ...segment,
    number: '7',
    departsAt: moved(segment.departsAt),
    arrivesAt: moved(segment.arrivesAt),
  });
  const twinLeg = ({ segments: [first, ...others], durationMinutes }: OfferLeg): OfferLeg => ({
    segments: [twin(first), ...others.map(twin)],
    durationMinutes,
  });
  const [outward, ...back] = model.legs;
  return { ...model, legs: [twinLeg(outward), ...back.map(twinLeg)] };
}

/** Offers of so many legs as several sources could send them, each with an id of its own. */
export const arbitraryOffers = (legs: number): fc.Arbitrary<readonly Offer[]> =>
  fc
    .tuple(
      fc.array(offer(legs), { minLength: 1, maxLength: 12 }),
      fc.array(fc.constantFrom(0, 0, 170, -500), { maxLength: 3 }),
    )
    .map(([offers, twins]) => [
      ...offers,
      ...twins.flatMap((minutes, index) =>
        offers.slice(index, index + 1).map((each) => twinOf(each, minutes)),
      ),
    ])
    .map((offers) => offers.map((each, index) => ({ ...each, id: `${each.provider}:${index}` })));

const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** Filters of which most are off, so that some offers pass. */
const filters: fc.Arbitrary<TripFilters> = fc.record({
  maxStops: sometimes(fc.nat(2)),
  maxPrice: sometimes(fc.integer({ min: 10_000, max: 900_000 }).map((minor) => money(minor, 'EUR'))),
  maxDurationMinutes: sometimes(fc.integer({ min: 60, max: 2_000 })),
  airlines: fc.constantFrom(
    noFilters.airlines,
    { include: ['TP', 'UA'], exclude: [] },
    { include: [], exclude: ['FR'] },
  ),
  alliances: fc.constantFrom([], [], alliances.slice(0, 1)),
  avoidAirports: fc.constantFrom([], [], ['LGW']),
  viaAirports: fc.constantFrom([], [], [], ['LHR', 'LGW']),
  arriveBy: sometimes(fc.constantFrom('18:00', '2026-12-05T12:00')),
  arriveAfter: sometimes(fc.constantFrom('06:00', '17:00')),
  returnArriveBy: sometimes(fc.constantFrom('12:00', '22:00')),
  minLayoverMinutes: sometimes(fc.constantFrom(45, 60)),
  maxLayoverMinutes: sometimes(fc.constantFrom(240, 300)),
  noOvernightLayover: fc.constantFrom(false, false, true),
  checkedBags: sometimes(fc.nat(2)),
  refundableOnly: fc.constantFrom(false, false, true),
});

const trip = (legs: number, kept: fc.Arbitrary<TripFilters>): fc.Arbitrary<Trip> =>
  fc.record({
    tripType: fc.constant(legs === 1 ? ('one_way' as const) : ('round_trip' as const)),
    legs: fc.constant(
      Array.from({ length: legs }, () => ({ origin: null, destination: null, departure: null })),
    ),
    stayNights: fc.constant(null),
    passengers: fc.record({
      adults: fc.integer({ min: 1, max: 3 }),
      children: fc.array(fc.integer({ min: 2, max: 17 }), { maxLength: 2 }),
      infants: fc.nat(1),
    }),
    cabin: sometimes(fc.constantFrom(...cabins)),
    filters: kept,
    sort: fc.constantFrom(...sortOrders),
  });

/** A trip, what the sources offer for it and the currency to compare in, with filters or with wanted bags alone. */
export const arbitrarySearch = fc
  .record({ legs: fc.constantFrom(1, 2), filtered: fc.boolean() })
  .chain(({ legs, filtered }) =>
    fc.record({
      trip: trip(
        legs,
        filtered ? filters : sometimes(fc.nat(2)).map((checkedBags) => ({ ...noFilters, checkedBags })),
      ).map((each) => (filtered ? each : { ...each, cabin: null })),
      offers: arbitraryOffers(legs),
      currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    }),
  );
