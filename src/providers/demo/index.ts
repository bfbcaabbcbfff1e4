import { setImmediate } from 'node:timers/promises';
import type { Offer } from '../../domain/offer.ts';
import type { Airports } from '../../domain/reference/airports.ts';
import { compareSold } from '../../domain/offer-changes.ts';
import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { untilAborted } from '../../resilience/until-aborted.ts';
import type {
  OfferCheck,
  Provider,
  ProviderContext,
  SearchLeg,
  SearchRequest,
} from '../../search/provider.ts';
import { combine } from './combine.ts';
import { hasCabin } from './fares.ts';
import { findJourneys, type Journey } from './journeys.ts';
import { offsetAtNoon } from './local-time.ts';
import { offerOf, type DemoReference, type Pricing } from './offers.ts';
import { buildTimetable, type Timetable } from './timetable.ts';

/** The demo world as a source, which can be made ready before the first question. */
export interface DemoProvider extends Provider {
  /** Builds the timetable, once; less than a second in slices that let others run. */
  warm(): Promise<Timetable>;
}

/** Days that the demo world sells ahead: those of airlines, 361, and one more where the day began before it did in UTC. */
const farthestDay = 362;
const offerMinutes = 30;

/** A whole world of flights without a key and without a network. Everything it answers is marked as demo. */
export function createDemoProvider({ airports }: { airports: Airports }): DemoProvider {
  let timetable: Promise<Timetable> | undefined;
  const warm = () => (timetable ??= buildTimetable(airports, () => setImmediate()));

  return {
    id: 'demo',
    capabilities: {
      roundTrip: true,
      multiCity: true,
      cabins: ['economy', 'premium_economy', 'business', 'first'],
      booking: 'none',
      calendar: false,
    },
    warm,
    async *search(request, context) {
      context.signal.throwIfAborted();
      // Whoever goes away while the world is made does not wait for it; it is made all the same.
      const table = await untilAborted(warm(), context.signal);
      const offers = searchWorld(table, request, context);
      if (offers.length > 0) yield offers;
    },
    async check(offer, context): Promise<OfferCheck> {
      const table = await warm();
      const reference = offer.reference.value as DemoReference;
      const pricing = pricingAt(context, reference);
      const journeys = reference.legs.map((leg) => journeyOf(table, leg));
      const [first, ...rest] = journeys;
      if (!first || first.departs * 60_000 <= context.now.epochMilliseconds) return { status: 'expired' };
      const fresh = offerOf(table, [first, ...rest], reference.brand, pricing);
      const { adults, children } = reference.party;
      if (!fresh || (fresh.seatsLeft !== null && fresh.seatsLeft < adults + children.length))
        return { status: 'sold_out' };
      return compareSold(offer, fresh);
    },
  };
}

function searchWorld(table: Timetable, request: SearchRequest, context: ProviderContext): Offer[] {
  const pricing = pricingAt(context, {
    party: request.passengers,
    cabin: request.cabin ?? 'economy',
    currency: request.currency,
  });
  const seats = request.passengers.adults + request.passengers.children.length;
  const include = new Set(request.includeAirlines);
  const exclude = new Set(request.excludeAirlines);
  const legs: Journey[][] = [];
  for (const leg of request.legs) {
    const day = dayOfIsoDate(leg.date);
    // Where the day began later than in UTC it is still yesterday; what has left is not sold in any case.
    if (!(day >= pricing.today - 1 && day <= pricing.today + farthestDay)) return [];
    const journeys = findJourneys(table, {
      origins: numbersOf(table, leg, 'origin'),
      destinations: numbersOf(table, leg, 'destination'),
      day,
      times: leg,
      maxStops: Math.min(request.maxStops ?? 2, 2),
      include,
      exclude,
    });
    const now = context.now.epochMilliseconds / 60_000;
    const sold = journeys.filter(
      (journey) => journey.departs > now + 45 && hasCabin(table, journey, pricing.cabin),
    );
    if (sold.length === 0) return [];
    legs.push(sold);
  }
  const fits = ({ seatsLeft, fare }: Offer) =>
    (seatsLeft === null || seatsLeft >= seats) && (!request.refundableOnly || fare.refundable === true);
  return combine(table, legs, request.legs, pricing, request.maxOffers, fits);
}

const numbersOf = (table: Timetable, leg: SearchLeg, end: 'origin' | 'destination'): number[] =>
  leg[end].airports.flatMap((code) => table.airportNumber.get(code) ?? []);

/** Fares change with the day of asking, so that the same question on one day has one answer. */
function pricingAt(
  { now }: ProviderContext,
  { party, cabin, currency }: Pick<DemoReference, 'party' | 'cabin' | 'currency'>,
): Pricing {
  return {
    party,
    cabin,
    currency,
    today: Math.floor(now.epochMilliseconds / 86_400_000),
    observedAt: now.toString(),
    expiresAt: now.add({ minutes: offerMinutes }).toString(),
  };
}

function journeyOf(table: Timetable, leg: DemoReference['legs'][number]): Journey {
  const rides = leg.map(([flight, day]) => {
    const timeZone = table.airports[table.from[flight] ?? 0]?.timeZone ?? 'UTC';
    const departs = day * 1440 + (table.departs[flight] ?? 0) - offsetAtNoon(timeZone, day);
    return { flight, day, departs, arrives: departs + (table.block[flight] ?? 0) };
  });
  return { rides, departs: rides[0]?.departs ?? 0, arrives: rides.at(-1)?.arrives ?? 0 };
}
