import { fromLocal, fromSteadyDay, minutesBetween, readingsOf, type ZonedMinute } from './zoned-minute.ts';

/** What a source says of an end of a flight: the time on the clock of an airport ("2026-12-04T18:05"), and its IANA zone. */
export interface LocalEnd {
  readonly at: string;
  readonly timeZone: string;
}

export interface FlightTimes {
  readonly departsAt: ZonedMinute;
  readonly arrivesAt: ZonedMinute;
  readonly durationMinutes: number;
}

/**
 * When a flight leaves and arrives. Where clocks are put back over one of its times, the hour is the one with which the flight takes as long
 * as its source says ("PT2H20M"), and the first one where that settles nothing. Throws RangeError on a time that no clock shows.
 */
export function readFlightTimes(
  departure: LocalEnd,
  arrival: LocalEnd,
  stated: string | null | undefined,
): FlightTimes {
  const steadyDeparture = fromSteadyDay(departure.at, departure.timeZone);
  const steadyArrival = fromSteadyDay(arrival.at, arrival.timeZone);
  if (steadyDeparture && steadyArrival) return between(steadyDeparture, steadyArrival);
  const first = between(
    steadyDeparture ?? fromLocal(departure.at, departure.timeZone),
    steadyArrival ?? fromLocal(arrival.at, arrival.timeZone),
  );
  const statedMinutes = stated ? readMinutes(stated) : null;
  // Most flights of such a day are not within the hour that comes twice.
  if (statedMinutes === null || statedMinutes === first.durationMinutes) return first;
  const departures = readingsOf(departure.at, departure.timeZone);
  const arrivals = readingsOf(arrival.at, arrival.timeZone);
  const readings = departures.flatMap((from) => arrivals.map((to) => between(from, to)));
  return readings.find(({ durationMinutes }) => durationMinutes === statedMinutes) ?? first;
}

const between = (departsAt: ZonedMinute, arrivesAt: ZonedMinute): FlightTimes => ({
  departsAt,
  arrivesAt,
  durationMinutes: minutesBetween(departsAt, arrivesAt),
});

/** Minutes of an ISO 8601 duration in days and smaller; null for other text. */
function readMinutes(duration: string): number | null {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?$/.exec(duration) ?? [];
  const sum = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  return sum > 0 ? sum : null;
}
