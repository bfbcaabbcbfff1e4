import type { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import { convertApproximately } from '../domain/exchange-rates.ts';
import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { emptyTrip, type Trip } from '../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../domain/zoned-minute.ts';
import { toWireMoney } from '../presentation/wire-money.ts';
import { expandRequests } from '../search/expand-requests.ts';
import type { SearchService } from '../search/search.ts';

export interface PriceCalendarParts {
  readonly search: SearchService;
  /** Whether searches cost nothing, so that every day can be asked. */
  readonly free: boolean;
  readonly now: () => Temporal.Instant;
  /** The ISO date that calendars show at a place. */
  readonly todayIn: (place: Place) => string;
  readonly placeOf: (code: string) => Place | undefined;
  readonly usualCurrency: string;
}

/** Of paid sources so many days of a month are asked, evenly spread; they are cached like every search. */
const mostPaidDays = 5;
const farthestDays = 361;

/** The cheapest price of every day of a month; undefined where a place is unknown. */
export async function priceCalendar(
  { search, free, now, todayIn, placeOf, usualCurrency }: PriceCalendarParts,
  query: CalendarQuery,
  signal: AbortSignal,
): Promise<CalendarAnswer | undefined> {
  const [origin, destination] = [placeOf(query.origin), placeOf(query.destination)];
  if (!origin || !destination) return undefined;
  const currency = query.currency ?? usualCurrency;
  const observedAt = now().toString();
  const today = dayOfIsoDate(todayIn(origin));
  const month = Temporal.PlainYearMonth.from(query.month);
  const first = dayOfIsoDate(`${query.month}-01`);
  const all = Array.from({ length: month.daysInMonth }, (_, index) => first + index);
  const open = all.filter((day) => day >= today && day <= today + farthestDays);
  const every = Math.max(1, Math.ceil(open.length / mostPaidDays));
  const asked = new Set(free ? open : open.filter((_, index) => index % every === 0));
  const budget = `calendar ${Math.floor(now().epochMilliseconds / 60_000)}`;
  const days: CalendarAnswer['days'] = [];
  let demo = false;
  for (const day of all) {
    const offers = asked.has(day) ? await offersOn(day) : [];
    demo ||= offers.some((offer) => offer.demo);
    const price = cheapest(offers, currency);
    days.push({ date: isoDateOfDay(day), price: price && toWireMoney(price) });
  }
  const { return_after: nights = null } = query;
  return {
    origin: query.origin,
    destination: query.destination,
    return_after: nights,
    currency,
    observed_at: observedAt,
    demo,
    days,
  };

  async function offersOn(day: number): Promise<readonly Offer[]> {
    signal.throwIfAborted();
    const { requests } = expandRequests(tripOn(day), currency);
    let offers: readonly Offer[] = [];
    for await (const progress of search.search(requests, { mode: 'async', signal, sessionId: budget }))
      offers = progress.offers;
    return offers;
  }

  function tripOn(day: number): Trip {
    const leg = (from: Place | undefined, to: Place | undefined, on: number) => {
      const date = isoDateOfDay(on);
      const departure = { earliest: date, latest: date, timeFrom: null, timeTo: null };
      return { origin: from ?? null, destination: to ?? null, departure };
    };
    const nights = query.return_after;
    const out = leg(origin, destination, day);
    return {
      ...emptyTrip,
      tripType: nights === undefined ? 'one_way' : 'round_trip',
      legs: nights === undefined ? [out] : [out, leg(destination, origin, day + nights)],
      passengers: { adults: query.adults, children: [], infants: 0 },
    };
  }
}

/** Prices in another currency than asked are compared at a reference rate, and told in their own. */
function cheapest(offers: readonly Offer[], currency: string): Money | null {
  const worth = ({ total }: Offer) => convertApproximately(total, currency)?.minor ?? Infinity;
  const least = offers.reduce<Offer | undefined>(
    (best, offer) => (best && worth(best) <= worth(offer) ? best : offer),
    undefined,
  );
  return least?.total ?? null;
}
