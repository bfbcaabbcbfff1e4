import type { Place } from '../domain/place.ts';

export interface TodayAtParts {
  readonly now: () => Temporal.Instant;
  /** The IANA zone of an airport; undefined where the airport is not known. */
  readonly timeZoneOf: (airport: string) => string | undefined;
}

/** The ISO date that calendars show at a place: a flight leaves on a day of its origin, wherever it is asked for. UTC where no airport is known. */
export function todayAt(place: Place | null, { now, timeZoneOf }: TodayAtParts): string {
  const zone = place?.airports.map(timeZoneOf).find((known) => known !== undefined) ?? 'UTC';
  return now().toZonedDateTimeISO(zone).toPlainDate().toString();
}
