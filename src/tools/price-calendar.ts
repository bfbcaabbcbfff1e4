import type { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import type { Notice } from '../contract/chat.ts';
import type { SearchFacts } from '../dialogue/say/say-results.ts';
import { worthIn } from '../domain/exchange-rates.ts';
import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Place } from '../domain/place.ts';
import { emptyTrip, type Trip } from '../domain/trip.ts';
import { dayOfIsoDate, isoDateOfDay } from '../domain/zoned-minute.ts';
import { factsOf, noticesOf } from '../presentation/search-summary.ts';
import { toWireMoney } from '../presentation/wire-money.ts';
import { expandRequests } from '../search/expand-requests.ts';
import type { SearchMode, SearchProgress } from '../search/report.ts';
import { SearchOverloaded } from '../search/search-overloaded.ts';
import type { SearchService } from '../search/search.ts';

export interface PriceCalendarParts {
  readonly search: SearchService;
  readonly mode: SearchMode;
  /** Whether searches cost nothing, so that every day can be asked. */
  readonly free: boolean;
  readonly now: () => Temporal.Instant;
  /** The ISO date that calendars show at a place. */
  readonly todayIn: (place: Place) => string;
  readonly placeOf: (code: string) => Place | undefined;
  readonly usualCurrency: string;
  /** No day is asked once so much time has passed. */
  readonly budgetMs: number;
}

/** Of paid sources so many days of a month are asked, evenly spread; they are cached like every search. */
const mostPaidDays = 5;
const farthestDays = 361;

/** So many days are asked at once; one search after another in sync, where they would only wait for each other. */
const mostAtOnce: Readonly<Record<SearchMode, number>> = { async: 5, sync: 1 };

/** Why there is no calendar. */
export type NoCalendar = 'unknown_place' | 'overloaded';

/** The cheapest price of every day of a month. The days that paid sources are asked for take no longer than one search may. */
export async function priceCalendar(
  parts: PriceCalendarParts,
  query: CalendarQuery,
  client: string,
  signal: AbortSignal,
): Promise<CalendarAnswer | NoCalendar> {
  const { search, mode, free, now, todayIn, placeOf, usualCurrency, budgetMs } = parts;
  const [origin, destination] = [placeOf(query.origin), placeOf(query.destination)];
  if (!origin || !destination) return 'unknown_place';
  const currency = query.currency ?? usualCurrency;
  const observedAt = now().toString();
  const today = dayOfIsoDate(todayIn(origin));
  const month = Temporal.PlainYearMonth.from(query.month);
  const first = dayOfIsoDate(`${query.month}-01`);
  const all = Array.from({ length: month.daysInMonth }, (_, index) => first + index);
  const open = all.filter((day) => day >= today && day <= today + farthestDays);
  const every = Math.max(1, Math.ceil(open.length / mostPaidDays));
  const asked = free ? open : open.filter((_, index) => index % every === 0);
  // The bound of a conversation's searches in all is that of a client's calendars within an hour.
  const sessionId = `calendar ${client} ${Math.floor(now().epochMilliseconds / 3_600_000)}`;
  const found = new Map<number, SearchProgress>();
  const budget = { over: false };
  const timer = setTimeout(() => (budget.over = true), budgetMs);
  try {
    const left = asked.values();
    await Promise.all(Array.from({ length: mostAtOnce[mode] }, () => askEachOf(left)));
  } catch (error) {
    // What other days have cost is not thrown away for one that has to wait too long.
    if (!(error instanceof SearchOverloaded)) throw error;
    if (found.size === 0) return 'overloaded';
  } finally {
    clearTimeout(timer);
  }
  const progresses = [...found.values()];
  const demo = progresses.some(({ offers }) => offers.some((offer) => offer.demo));
  const { return_after: nights = null } = query;
  return {
    origin: query.origin,
    destination: query.destination,
    return_after: nights,
    currency,
    observed_at: observedAt,
    demo,
    days: all.map((day) => {
      const price = cheapest(found.get(day)?.offers ?? [], currency);
      return { date: isoDateOfDay(day), price: price && toWireMoney(price) };
    }),
    notices: noticesOfDays(progresses, mode, demo),
  };

  /** Several of these share the days that are left; a search ends with its own budget, and none begins once that of all is over. */
  async function askEachOf(left: Iterator<number>): Promise<void> {
    for (let next = left.next(); !next.done && !budget.over; next = left.next()) {
      signal.throwIfAborted();
      const { requests } = expandRequests(tripOn(next.value), currency);
      const options = { mode, signal, sessionId };
      for await (const progress of search.search(requests, options)) found.set(next.value, progress);
    }
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

/** What kept prices from any of the days, each source once. */
function noticesOfDays(progresses: readonly SearchProgress[], mode: SearchMode, demo: boolean): Notice[] {
  const facts = progresses.map((progress) =>
    factsOf({ ...progress, offersSeen: progress.offers.length, mode }, demo, 0),
  );
  const each = (pick: (of: SearchFacts) => readonly string[]) => [...new Set(facts.flatMap(pick))];
  const notices = noticesOf({
    failed: each(({ failed, partly }) => [...failed, ...partly.map(({ provider }) => provider)]),
    partly: [],
    waitingFor: each(({ waitingFor }) => waitingFor),
    stale: each(({ stale }) => stale),
    skipped: [],
    asked: 0,
    daysLeftOut: 0,
    demo,
  });
  return facts.some(({ skipped }) => skipped.length > 0) ? [...notices, budgetSpent] : notices;
}

const budgetSpent: Notice = {
  code: 'search_budget_spent',
  message: 'The budget of paid searches for calendars is spent for now: some days were not asked.',
};

/** Prices in another currency than asked are compared at a reference rate, and told in their own. */
function cheapest(offers: readonly Offer[], currency: string): Money | null {
  const worth = ({ total }: Offer) => worthIn(total, currency);
  const least = offers.reduce<Offer | undefined>(
    (best, offer) => (best && worth(best) <= worth(offer) ? best : offer),
    undefined,
  );
  return least?.total ?? null;
}
