import { expect, it } from 'vitest';
import { samplePlace } from '../search/samples.ts';
import { todayAt } from './today-at.ts';

const zones: Readonly<Record<string, string>> = { LAX: 'America/Los_Angeles', SYD: 'Australia/Sydney' };
const at = (instant: string) => ({
  now: () => Temporal.Instant.from(instant),
  timeZoneOf: (airport: string) => zones[airport],
});

it.each([
  ['2026-12-05T01:00:00Z', 'LAX', '2026-12-04'],
  ['2026-12-05T09:00:00Z', 'LAX', '2026-12-05'],
  ['2026-12-04T14:00:00Z', 'SYD', '2026-12-05'],
  ['2026-12-05T01:00:00Z', 'QQQ', '2026-12-05'],
])('at %s it is in %s the %s', (instant, code, day) => {
  expect(todayAt(samplePlace(code), at(instant))).toBe(day);
});

it('is the day of the first airport of a city that is known, and that of UTC where there is no place', () => {
  const late = at('2026-12-05T01:00:00Z');
  expect(todayAt(samplePlace('LAX', ['QQQ', 'LAX']), late)).toBe('2026-12-04');
  expect(todayAt(null, late)).toBe('2026-12-05');
});
