import { FlightCard } from '../../src/contract/flight-card.ts';

interface CardWishes {
  readonly id: string;
  readonly price?: string;
  /** The total with the bags asked for, in dollars. */
  readonly withBags?: string;
  readonly airline?: string;
  /** Who sells all of it, where that is another airline. */
  readonly seller?: string;
  /** For each leg. */
  readonly minutes?: readonly number[];
  readonly via?: readonly string[];
  readonly waits?: readonly number[];
  /** On the wall clock: "08:00". */
  readonly departs?: string;
  readonly dayShift?: number;
  readonly carryOn?: number | null;
  readonly warnings?: readonly string[];
}

/** A card for tests, held against the contract: BOS to LIS on TP, with what the test is about. */
export function cardOf(wishes: CardWishes): FlightCard {
  const {
    id,
    price = '500',
    airline = 'TP',
    minutes = [400],
    via = [],
    waits = [],
    departs = '08:00',
    seller = airline,
  } = wishes;
  const airports = ['BOS', ...via, 'LIS'];
  const carryOn = wishes.carryOn === undefined ? 1 : wishes.carryOn;
  const fare = {
    brand: 'Light',
    cabin: 'economy',
    refundable: false,
    changeable: null,
    carry_on_bags: carryOn,
    checked_bags: 0,
    extra_bag_price: null,
  };
  const total = { amount: price, currency: 'USD' };
  const withBags = wishes.withBags === undefined ? null : { amount: wishes.withBags, currency: 'USD' };
  const bags = withBags ? { with_bags: withBags, compared: withBags } : {};
  const leaving = `2026-12-04T${departs}:00-05:00`;
  return FlightCard.parse({
    offer_id: id,
    provider: 'demo',
    airline: { code: seller, name: seller === 'TP' ? 'TAP Air Portugal' : seller },
    legs: minutes.map((duration) => ({
      origin: 'BOS',
      destination: 'LIS',
      departs_at: leaving,
      arrives_at: '2026-12-05T06:00:00+00:00',
      duration_minutes: duration,
      stops: via.length,
      day_shift: wishes.dayShift ?? 0,
      segments: airports.slice(1).map((to, at) => ({
        flight: `${airline} ${at + 1}`,
        operated_by: airline,
        origin: airports[at],
        destination: to,
        departs_at: leaving,
        arrives_at: '2026-12-05T06:00:00+00:00',
        aircraft: null,
        cabin: 'economy',
      })),
      layovers: via.map((airport, at) => ({
        airport,
        minutes: waits[at] ?? 60,
        overnight: false,
        changes_airport: false,
      })),
    })),
    price: { total, per_traveller: total, includes: 'all travellers, taxes', ...bags },
    fare,
    fares: [{ ...fare, offer_id: id, total }],
    sources: [{ provider: 'demo', offer_id: id, total }],
    co2_kg: 400,
    seats_left: null,
    badges: [],
    score: 0.5,
    reasons: ['The only one'],
    warnings: wishes.warnings ?? [],
    demo: true,
    observed_at: '2026-11-23T15:00:00Z',
    expires_at: null,
    booking: { kind: 'none', url: null },
  });
}
