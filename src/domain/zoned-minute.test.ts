import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOfIsoDate,
  fromIso,
  fromLocal,
  fromZoned,
  isTimeZone,
  isoDateOfDay,
  localDateOf,
  localTimeOf,
  minutesBetween,
  toIso,
} from './zoned-minute.ts';

const zones = [
  'America/New_York',
  'Europe/Lisbon',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

describe('a zoned minute', () => {
  it('prints what the airport clock shows, with its offset', () => {
    expect(toIso(fromLocal('2026-12-04T18:05:00', 'America/New_York'))).toBe('2026-12-04T18:05:00-05:00');
    expect(toIso(fromLocal('2026-07-04T18:05', 'America/New_York'))).toBe('2026-07-04T18:05:00-04:00');
    expect(toIso(fromLocal('2026-07-04T00:10', 'Asia/Kathmandu'))).toBe('2026-07-04T00:10:00+05:45');
  });

  it('knows the zones in which a clock can be read', () => {
    const named = [...zones, 'America/Nowhere', '', 'x'];
    expect(named.map(isTimeZone)).toEqual([...zones.map(() => true), false, false, false]);
    expect(named.map(isTimeZone)).toEqual([...zones.map(() => true), false, false, false]);
  });

  it('moves a time that the clocks skip to after the gap', () => {
    expect(toIso(fromLocal('2026-03-08T02:30', 'America/New_York'))).toBe('2026-03-08T03:30:00-04:00');
  });

  it('measures a night flight by the clock of the sky', () => {
    const departs = fromLocal('2026-12-04T18:05', 'America/New_York');
    const arrives = fromLocal('2026-12-05T05:40', 'Europe/Lisbon');
    expect(minutesBetween(departs, arrives)).toBe(395);
  });

  it('refuses text that is no time, and zones that are none', () => {
    expect(() => fromLocal('soon', 'UTC')).toThrow(RangeError);
    expect(() => fromLocal('2026-01-01T10:00', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('agrees with Temporal everywhere, clock changes included', () => {
    const minute = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (localMinute, zone) => {
        const local = new Date(localMinute * 60_000).toISOString().slice(0, 16);
        expect(fromLocal(local, zone)).toEqual(
          fromZoned(Temporal.PlainDateTime.from(local).toZonedDateTime(zone)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('reads local times as Date does, midnight as 24:00 included, but no day that its month does not have', () => {
    const two = (min: number, max: number) =>
      fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));
    const year = fc.nat(9999).map((value) => String(value).padStart(4, '0'));
    const date = fc.tuple(year, two(0, 13), two(0, 32)).map((parts) => parts.join('-'));
    const local = fc
      .tuple(date, fc.constantFrom('T', 'T', ' '), two(0, 25), fc.constantFrom(':', ':', '.'), two(0, 61))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(local, date), (text) => {
        const minutes = Date.parse(`${text.slice(0, 16)}Z`) / 60_000;
        const dayOfMonth = new Date(`${text.slice(0, 10)}T00:00Z`).getUTCDate();
        const isLocal = /^[-\d]{10}T\d\d:/.test(text) && dayOfMonth === Number(text.slice(8, 10));
        if (!isLocal || Number.isNaN(minutes)) expect(() => fromLocal(text, 'UTC')).toThrow(RangeError);
        else expect(fromLocal(text, 'UTC')).toEqual({ epochMinutes: minutes, offsetMinutes: 0 });
        expect(dayOfIsoDate(text)).toBe(Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 60_000_000 }),
        fc.integer({ min: -48, max: 56 }),
        (epochMinutes, quarters) => {
          const time = { epochMinutes, offsetMinutes: quarters * 15 };
          expect(fromIso(toIso(time))).toEqual(time);
          expect(toIso(time)).toContain(`${localDateOf(time)}T${localTimeOf(time)}`);
        },
      ),
    );
  });

  it('counts days both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        expect(dayOfIsoDate(isoDateOfDay(day))).toBe(day);
      }),
    );
  });
});
