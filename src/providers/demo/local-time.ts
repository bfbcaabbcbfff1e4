import { fromLocal, isoDateOfDay, type ZonedMinute } from '../../domain/zoned-minute.ts';

/** The moment of a local minute of a day at an airport. Remembers a day's offset, and asks the zone only on days when clocks change. */
export function momentOf(timeZone: string, day: number, minute: number): ZonedMinute {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return fromLocal(`${isoDateOfDay(day)}T${hours}:${String(minute % 60).padStart(2, '0')}`, timeZone);
}

const offsets = new Map<string, Map<number, number>>();
const mostDays = 800;

/** The zone's offset at noon of a day, minutes: right but for some hours of the two days a year when clocks change. */
export function offsetAtNoon(timeZone: string, day: number): number {
  let days = offsets.get(timeZone);
  if (!days || days.size > mostDays) offsets.set(timeZone, (days = new Map<number, number>()));
  let offset = days.get(day);
  if (offset === undefined) {
    offset = fromLocal(`${isoDateOfDay(day)}T12:00`, timeZone).offsetMinutes;
    days.set(day, offset);
  }
  return offset;
}
