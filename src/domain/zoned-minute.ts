/**
 * A moment to the minute with the UTC offset of the place where it happens: what a timetable prints. Two numbers instead of an
 * object of Temporal because a search compares hundreds of thousands of them.
 */
export interface ZonedMinute {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly epochMinutes: number;
  /** Minutes that local time is ahead of UTC. */
  readonly offsetMinutes: number;
}

const minutesPerDay = 1440;

/**
 * Local wall-clock time ("2026-12-04T18:05", seconds ignored) in an IANA zone; a time that a clock change skips moves on by the gap,
 * one that happens twice is the first. Throws RangeError on other text or an unknown zone.
 */
export function fromLocal(local: string, timeZone: string): ZonedMinute {
  const localMinutes = Date.parse(`${local.slice(0, 16)}Z`) / 60_000;
  if (!Number.isFinite(localMinutes)) throw new RangeError(`not a local time: ${local}`);
  const day = Math.floor(localMinutes / minutesPerDay);
  const offset = offsetOfDay(day, timeZone);
  if (offset !== undefined) return { epochMinutes: localMinutes - offset, offsetMinutes: offset };
  return fromZoned(Temporal.PlainDateTime.from(local.slice(0, 16)).toZonedDateTime(timeZone));
}

const offsetsByZone = new Map<string, Map<number, number | undefined>>();
const rememberedDays = 1000;

/** The zone's offset on a local day, or undefined where clocks change on it. Remembered: Temporal takes microseconds, a search asks often. */
function offsetOfDay(day: number, timeZone: string): number | undefined {
  let offsets = offsetsByZone.get(timeZone);
  if (!offsets || offsets.size > rememberedDays) {
    offsets = new Map<number, number | undefined>();
    offsetsByZone.set(timeZone, offsets);
  }
  if (offsets.has(day)) return offsets.get(day);
  const start = Temporal.PlainDate.from(isoDateOfDay(day)).toZonedDateTime(timeZone);
  const offset = fromZoned(start).offsetMinutes;
  const changes = offset !== fromZoned(start.add({ days: 1 })).offsetMinutes;
  offsets.set(day, changes ? undefined : offset);
  return changes ? undefined : offset;
}

/** From an ISO 8601 time that carries its offset ("2026-12-04T18:05:00-05:00" or "…Z"). Throws RangeError on other text. */
export function fromIso(text: string): ZonedMinute {
  const epochMinutes = Math.floor(Temporal.Instant.from(text).epochMilliseconds / 60_000);
  const match = /([+-])(\d\d):?(\d\d)$/.exec(text);
  const offset = match ? Number(match[2]) * 60 + Number(match[3]) : 0;
  return { epochMinutes, offsetMinutes: match?.[1] === '-' ? -offset : offset };
}

export const fromZoned = (time: Temporal.ZonedDateTime): ZonedMinute => ({
  epochMinutes: Math.floor(time.epochMilliseconds / 60_000),
  offsetMinutes: Math.round(time.offsetNanoseconds / 60e9),
});

const two = (value: number) => String(value).padStart(2, '0');

/** ISO 8601 with seconds and the offset: "2026-12-04T18:05:00-05:00". */
export function toIso(time: ZonedMinute): string {
  const { offsetMinutes } = time;
  const ahead = Math.abs(offsetMinutes);
  return `${localDateOf(time)}T${localTimeOf(time)}:00${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** Days since 1970-01-01 on the local calendar. */
export const localDayOf = ({ epochMinutes, offsetMinutes }: ZonedMinute): number =>
  Math.floor((epochMinutes + offsetMinutes) / minutesPerDay);

/** Minutes since local midnight, 0 to 1439. */
export function localMinuteOfDay({ epochMinutes, offsetMinutes }: ZonedMinute): number {
  const minute = (epochMinutes + offsetMinutes) % minutesPerDay;
  return minute < 0 ? minute + minutesPerDay : minute;
}

/** The local calendar date, "2026-12-04". */
export const localDateOf = (time: ZonedMinute): string => isoDateOfDay(localDayOf(time));

/** The local wall-clock time, "18:05". */
export function localTimeOf(time: ZonedMinute): string {
  const minute = localMinuteOfDay(time);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export const minutesBetween = (from: ZonedMinute, to: ZonedMinute): number =>
  to.epochMinutes - from.epochMinutes;

const isoDates = new Map<number, string>();

/** ISO date of a day number (days since 1970-01-01). Remembered: timetables name the same few hundred days over and over. */
export function isoDateOfDay(day: number): string {
  let date = isoDates.get(day);
  if (date === undefined) {
    if (isoDates.size > rememberedDays) isoDates.clear();
    date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    isoDates.set(day, date);
  }
  return date;
}

/** Day number (days since 1970-01-01) of an ISO date. */
export const dayOfIsoDate = (date: string): number =>
  Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
