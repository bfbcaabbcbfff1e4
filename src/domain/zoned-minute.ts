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
 * one that happens twice is the first. Throws RangeError on other text, a day beyond its month or an unknown zone.
 */
export function fromLocal(local: string, timeZone: string): ZonedMinute {
  return (
    fromSteadyDay(local, timeZone) ??
    fromZoned(Temporal.PlainDateTime.from(local.slice(0, 16)).toZonedDateTime(timeZone))
  );
}

/** The same on a day on which no clock changes; null on one on which some do. */
export function fromSteadyDay(local: string, timeZone: string): ZonedMinute | null {
  const localMinutes = readLocalMinutes(local);
  if (!Number.isFinite(localMinutes)) throw new RangeError(`not a local time: ${local}`);
  const offset = offsetOfDay(Math.floor(localMinutes / minutesPerDay), timeZone);
  return offset === null ? null : { epochMinutes: localMinutes - offset, offsetMinutes: offset };
}

/** What a local time may be, the first one first: two where clocks are put back over it. */
export function readingsOf(local: string, timeZone: string): [ZonedMinute, ...ZonedMinute[]] {
  const time = Temporal.PlainDateTime.from(local.slice(0, 16));
  const first = time.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  const second = time.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return first.equals(second) ? [fromZoned(first)] : [fromZoned(first), fromZoned(second)];
}

/**
 * Minutes since 1970-01-01T00:00 on the same clock, NaN for other text; midnight may be 24:00 of the day before. Reads the digits itself:
 * every offer brings four such times or more.
 */
function readLocalMinutes(local: string): number {
  const day = isInMonth(local) ? readDay(local) : null;
  const [hour, minute] = [readDigits(local, 11, 13), readDigits(local, 14, 16)];
  const shown = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  if (day === null || local[10] !== 'T' || local[13] !== ':' || !shown) return NaN;
  return day * minutesPerDay + hour * 60 + minute;
}

/** Whether the day of an ISO date is one that its month has. */
function isInMonth(date: string): boolean {
  const day = readDigits(date, 8, 10);
  if (day <= 28) return day > 0;
  const [year, month] = [readDigits(date, 0, 4), readDigits(date, 5, 7)];
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01 where the text begins with a plain ISO date, null otherwise. Days beyond the month run on, as those of `Date` do. */
function readDay(text: string): number | null {
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  const plain = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!plain || text[4] !== '-' || text[7] !== '-') return null;
  // Counted from March, so that a leap day is the last of its year and months follow a pattern of 153 days in five.
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - daysBefore1970;
}

/** From the first of March of the year 0. */
const daysBefore1970 = 719_468;

/** The number that the digits from one place to another make, NaN where something else stands there. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

const offsetsByZone = new Map<string, Map<number, number | null>>();
const rememberedDays = 1000;

/** The zone's offset on a local day, or null where clocks change on it. Remembered: Temporal takes microseconds, a search asks often. */
function offsetOfDay(day: number, timeZone: string): number | null {
  let offsets = offsetsByZone.get(timeZone);
  if (!offsets || offsets.size > rememberedDays) {
    offsets = new Map<number, number | null>();
    offsetsByZone.set(timeZone, offsets);
  }
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const start = Temporal.PlainDate.from(isoDateOfDay(day)).toZonedDateTime(timeZone);
  const offset = fromZoned(start).offsetMinutes;
  const changes = offset !== fromZoned(start.add({ days: 1 })).offsetMinutes;
  offsets.set(day, changes ? null : offset);
  return changes ? null : offset;
}

const zonesMet = new Map<string, boolean>();

/** Whether this is a zone in which a clock can be read. Remembered: every flight names two of a few hundred. */
export function isTimeZone(timeZone: string): boolean {
  let known = zonesMet.get(timeZone);
  if (known === undefined) {
    if (zonesMet.size > rememberedDays) zonesMet.clear();
    known = isReadable(timeZone);
    zonesMet.set(timeZone, known);
  }
  return known;
}

function isReadable(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
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

/** "00" to "59". */
const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** Every minute of a day, "00:00" to "23:59". */
const timesOfDay = Array.from(
  { length: minutesPerDay },
  (_, minute) => `${twoDigits[Math.floor(minute / 60)]}:${twoDigits[minute % 60]}`,
);

/** What stands behind the date in an ISO time, to the second. */
const isoTimesOfDay = timesOfDay.map((time) => `T${time}:00`);

const isoOffsets = new Map<number, string>();

/** "-05:00". Remembered: the world has a few dozen of them. */
function isoOffset(offsetMinutes: number): string {
  let text = isoOffsets.get(offsetMinutes);
  if (text === undefined) {
    if (isoOffsets.size > rememberedDays) isoOffsets.clear();
    const ahead = Math.abs(offsetMinutes);
    const two = (value: number) => String(value).padStart(2, '0');
    text = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
    isoOffsets.set(offsetMinutes, text);
  }
  return text;
}

/** ISO 8601 with seconds and the offset: "2026-12-04T18:05:00-05:00". Joined, because that makes a text in one piece. */
export const toIso = (time: ZonedMinute): string =>
  [localDateOf(time), isoTimesOfDay[localMinuteOfDay(time)], isoOffset(time.offsetMinutes)].join('');

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
export const localTimeOf = (time: ZonedMinute): string => clockOf(localMinuteOfDay(time));

/** "HH:MM" of a minute of the day. */
export const clockOf = (minuteOfDay: number): string => timesOfDay[minuteOfDay] ?? '';

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
  (date.length === 10 ? readDay(date) : null) ?? Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
