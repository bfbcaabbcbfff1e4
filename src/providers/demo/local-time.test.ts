import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../domain/offer.ts';
import { localDateOf, localTimeOf } from '../../domain/zoned-minute.ts';
import { ask, question, startDemoWorld } from './arbitrary-question.ts';
import type { DemoProvider } from './index.ts';
import { offsetAtNoon } from './local-time.ts';
import type { Timetable } from './timetable.ts';

let demo: DemoProvider;
let table: Timetable;
beforeAll(async () => {
  ({ demo, table } = await startDemoWorld());
});

const search = (legs: string[], changes: Parameters<typeof question>[1] = {}) =>
  ask(demo, question(legs, changes));

const clockAt = (timeZone: string, epochMinutes: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMinutes * 60_000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

function expectLocalTimes({ legs }: Offer): void {
  for (const { origin, destination, departsAt, arrivesAt } of legs.flatMap(({ segments }) => segments))
    for (const [airport, time] of [
      [origin, departsAt],
      [destination, arrivesAt],
    ] as const) {
      const zone = table.airports[table.airportNumber.get(airport)!]!.timeZone;
      expect(`${localDateOf(time)}T${localTimeOf(time)}`).toBe(clockAt(zone, time.epochMinutes));
    }
}

describe('times of the demo world', () => {
  it('departs and lands by the clocks of the place, on days when they change too', async () => {
    const days = ['2026-12-04', '2027-03-13', '2027-03-14', '2027-03-27', '2027-03-28', '2026-11-29'];
    for (const day of days) {
      const offers = await search([`JFK LHR ${day}`]);
      expect(offers.length).toBeGreaterThan(0);
      for (const offer of offers) {
        expect(localDateOf(offer.legs[0].segments[0].departsAt)).toBe(day);
        expectLocalTimes(offer);
      }
    }
  });

  it('lands by the clocks of the hour in the night when they change', async () => {
    const day = Date.parse('2027-03-27') / 86_400_000;
    const change = (day + 1) * 1440 + 60;
    let landings = 0;
    for (let flight = 0; flight < table.size && landings < 20; flight += 1) {
      const [from, to] = [table.airports[table.from[flight]!]!, table.airports[table.to[flight]!]!];
      const lands =
        day * 1440 + table.departs[flight]! - offsetAtNoon(from.timeZone, day) + table.block[flight]!;
      if (to.continent !== 'EU' || lands >= change || lands < change - 60) continue;
      const offers = await search([`${from.iata} ${to.iata} 2027-03-27`], { maxStops: 0 });
      offers.forEach(expectLocalTimes);
      if (offers.length > 0) landings += 1;
    }
    expect(landings).toBeGreaterThanOrEqual(20);
  });
});
