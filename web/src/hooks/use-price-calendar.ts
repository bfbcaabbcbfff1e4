import { useEffect, useState } from 'react';
import type { Trip } from '../../../src/contract/trip.ts';
import { getPriceCalendar, type PriceCalendar, type PriceCalendarQuery } from '../api/price-calendar.ts';
import { daysBetween } from '../model/local-time.ts';
import { useAsk } from './access-context.ts';

/** The prices of the month of departure; null while they are not there, and where the server or the source has none. */
export function usePriceCalendar(trip: Trip | null, currency: string): PriceCalendar | null {
  const ask = useAsk();
  const query = JSON.stringify(trip && queryOf(trip, currency));
  const [loaded, setLoaded] = useState<{ query: string; calendar: PriceCalendar } | null>(null);
  useEffect(() => {
    const asked = JSON.parse(query) as PriceCalendarQuery | null;
    if (!asked) return undefined;
    const abort = new AbortController();
    getPriceCalendar(ask, asked, abort.signal).then(
      (calendar) => setLoaded({ query, calendar }),
      // It is an extra: without it the tab stays away, and nothing else is missing.
      () => undefined,
    );
    return () => abort.abort();
  }, [ask, query]);
  return loaded?.query === query ? loaded.calendar : null;
}

function queryOf(trip: Trip, currency: string): PriceCalendarQuery | null {
  const [out, back] = trip.legs;
  if (trip.trip_type === 'multi_city' || !out?.origin || !out.destination || !out.departure) return null;
  const day = out.departure.earliest;
  return {
    origin: out.origin.code,
    destination: out.destination.code,
    month: day.slice(0, 7),
    returnAfter: back?.departure
      ? daysBetween(day, back.departure.earliest)
      : (trip.stay_nights?.min ?? null),
    currency,
    adults: Math.max(1, trip.passengers.adults),
  };
}
