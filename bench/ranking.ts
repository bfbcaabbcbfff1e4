import { formatsFor } from '../src/dialogue/format.ts';
import { flightsKey } from '../src/domain/itinerary.ts';
import { money } from '../src/domain/money.ts';
import type { Offer, OfferLeg, Segment } from '../src/domain/offer.ts';
import { emptyLeg, emptyTrip, noFilters, type Trip } from '../src/domain/trip.ts';
import { fromIso, minutesBetween } from '../src/domain/zoned-minute.ts';
import { toFlightCard } from '../src/presentation/flight-card.ts';
import { rank } from '../src/ranking/rank.ts';

/**
 * Times the ranking of 50, 200 and 1,000 offers in one warm process: there and back, three sources that sell many of the same flights, fares
 * with and without bags, and a few filters. Checks that no offer is lost and that the first card costs least. Then the cards of an answer are
 * written as JSON, beside the same cards out of that JSON, whose texts are all in one piece.
 * Exits with 1 where an answer is wrong or a target is missed.
 */
const sizes = [
  { offers: 50, p50Ms: 0.5 },
  { offers: 200, p50Ms: 1.5 },
  { offers: 1000, p50Ms: 6 },
];
/** For every size: what a turn may lose to one ranking even where the machine is busy with others. */
const p99Ms = 50;
const rounds = 400;
const warmUpRounds = 100;
const cardsWritten = 20;
/** How many times as long cards may take that were just made. */
const timesParsed = 1.3;

/** The same offers on every run: a linear congruence, because a benchmark that changes measures nothing. */
let state = 20_261_124;
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 0x1_0000_0000) * limit);
};
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;

const hubs = ['LHR', 'FRA', 'AMS', 'CDG', 'JFK', 'DUB'];
const carriers = ['TP', 'UA', 'BA', 'LH', 'DL', 'AF'];

/** A leg with none to two stops on a day. */
function legOn(date: string, origin: string, destination: string): OfferLeg {
  const carrier = pick(carriers);
  const stops = below(3);
  let at = fromIso(`${date}T00:00:00Z`).epochMinutes + below(288) * 5;
  const segment = (index: number, from: string): Segment => {
    const departsAt = { epochMinutes: at, offsetMinutes: 0 };
    const durationMinutes = 60 + below(80) * 5;
    at += durationMinutes;
    const arrivesAt = { epochMinutes: at, offsetMinutes: 0 };
    at += 30 + below(100) * 5;
    return {
      carrier,
      number: String(100 + below(900)),
      operatedBy: null,
      origin: from,
      destination: index === stops ? destination : pick(hubs),
      departsAt,
      arrivesAt,
      durationMinutes,
      aircraft: null,
      cabin: 'economy',
    };
  };
  const segments: [Segment, ...Segment[]] = [segment(0, origin)];
  for (let index = 1; index <= stops; index += 1) segments.push(segment(index, segments.at(-1)!.destination));
  return {
    segments,
    durationMinutes: minutesBetween(segments[0].departsAt, segments.at(-1)!.arrivesAt),
  };
}

function offersOf(count: number): Offer[] {
  const pool = Math.ceil(Math.sqrt(count));
  const ways = (date: string, from: string, to: string) =>
    Array.from({ length: pool }, () => legOn(date, from, to));
  const there = ways('2026-12-04', 'BOS', 'LIS');
  const back = ways('2026-12-11', 'LIS', 'BOS');
  return Array.from({ length: count }, (_, index) => {
    const provider = pick(['duffel', 'amadeus', 'demo']);
    const outward = pick(there);
    return {
      id: `${provider}:${index}`,
      provider,
      carrier: outward.segments[0].carrier,
      legs: [outward, pick(back)],
      total: money(30_000 + below(120_000), pick(['USD', 'USD', 'EUR'])),
      perTraveller: null,
      fare: {
        brand: pick(['Light', 'Classic', 'Flex']),
        cabin: 'economy',
        refundable: pick([true, false, null]),
        changeable: null,
        carryOnBags: 1,
        checkedBags: pick([0, 1, null]),
        extraBagPrice: pick([money(6_000, 'USD'), null]),
      },
      co2Kg: 300 + below(500),
      seatsLeft: 1 + below(9),
      separateTickets: below(20) === 0,
      observedAt: '2026-11-24T09:00:00Z',
      expiresAt: null,
      booking: { kind: 'none', url: null },
      demo: false,
      reference: { value: null },
    };
  });
}

const trip: Trip = {
  ...emptyTrip,
  tripType: 'round_trip',
  legs: [emptyLeg, emptyLeg],
  passengers: { adults: 2, children: [5], infants: 0 },
  filters: {
    ...noFilters,
    maxStops: 2,
    maxPrice: money(140_000, 'USD'),
    airlines: { include: [], exclude: ['AF'] },
    checkedBags: 1,
  },
};

const ms = (value: number): string => `${value.toFixed(3)} ms`;
let missed = false;
console.log('| figure | value | target |\n|---|---|---|');
for (const { offers: count, p50Ms } of sizes) {
  const offers = offersOf(count);
  const times: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const began = performance.now();
    rank(offers, trip, { currency: 'USD' });
    if (round >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const { cards, flagged } = rank(offers, trip, { currency: 'USD' });
  const taken = new Set(flagged.map(({ offer }) => offer.id));
  const flights = new Set(offers.filter(({ id }) => !taken.has(id)).map(flightsKey));
  const right =
    cards.length > 0 &&
    cards.length === flights.size &&
    taken.size > 0 &&
    cards.every(({ cost }) => cost >= cards[0]!.cost);
  console.log(`| ${count} offers, p50 | ${ms(at(0.5))} | ${p50Ms} ms |`);
  console.log(`| ${count} offers, p99 | ${ms(at(0.99))} | ${p99Ms} ms |`);
  console.log(
    `| ${count} offers, answer | ${right ? `right: ${cards.length} cards, ${taken.size} left out` : 'wrong'} | right |`,
  );
  missed ||= at(0.5) > p50Ms || at(0.99) > p99Ms || !right;
}

const formats = formatsFor('en-US', 2026);
const cardsOf = (offers: readonly Offer[]) =>
  rank(offers, trip, { currency: 'USD' })
    .cards.slice(0, cardsWritten)
    .map((card) => toFlightCard(card, 3, formats));
const offers = offersOf(200);
let made = 0;
let parsed = 0;
let same = true;
for (let round = -warmUpRounds; round < rounds; round += 1) {
  const cards = cardsOf(offers);
  const again = JSON.parse(JSON.stringify(cardsOf(offers))) as object[];
  const began = performance.now();
  const json = JSON.stringify(cards);
  const between = performance.now();
  same &&= json === JSON.stringify(again);
  if (round < 0) continue;
  made += between - began;
  parsed += performance.now() - between;
}
console.log(`| ${cardsWritten} cards as JSON | ${ms(made / rounds)} | |`);
console.log(`| times as long as out of JSON | ${(made / parsed).toFixed(2)} | ${timesParsed} |`);
console.log(`| the same JSON | ${same ? 'yes' : 'no'} | yes |`);
missed ||= made / parsed > timesParsed || !same;
if (missed) process.exitCode = 1;
