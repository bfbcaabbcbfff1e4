import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../domain/offer.ts';
import { stopsOf } from '../../domain/itinerary.ts';
import { loadAirports } from '../../domain/reference/airports.ts';
import { emptyTrip, type Trip } from '../../domain/trip.ts';
import { localDateOf, localTimeOf } from '../../domain/zoned-minute.ts';
import { expandRequests } from '../../search/expand-requests.ts';
import {
  arbitraryPair,
  ask,
  contextAt,
  legOf,
  place,
  present,
  question,
  startDemoWorld,
} from './arbitrary-question.ts';
import { createDemoProvider, type DemoProvider } from './index.ts';
import type { Timetable } from './timetable.ts';

let demo: DemoProvider;
let table: Timetable;
beforeAll(async () => {
  ({ demo, table } = await startDemoWorld());
});

const carriersOf = ({ legs }: Offer) =>
  legs.flatMap(({ segments }) => segments.map(({ carrier }) => carrier));
const search = (legs: string[], changes: Parameters<typeof question>[1] = {}) =>
  ask(demo, question(legs, changes));

describe('the demo world', () => {
  it('gives the same answer to the same question, whoever asks', async () => {
    const other = createDemoProvider({ airports: await loadAirports() });
    await fc.assert(
      fc.asyncProperty(arbitraryPair(table, 3), async ({ text }) => {
        const offers = await search([text]);
        expect(await search([text])).toEqual(offers);
        expect(await ask(other, question([text]))).toEqual(offers);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its prices through the day and changes them the next', async () => {
    const at = async (now: string) =>
      (await ask(demo, question(['BOS LIS 2027-03-10']), contextAt(Temporal.Instant.from(now)))).map(
        ({ id, total }) => `${id} ${total.minor}`,
      );
    const morning = await at('2026-12-01T06:00:00Z');
    expect(await at('2026-12-01T22:00:00Z')).toEqual(morning);
    const next = new Set(await at('2026-12-02T06:00:00Z'));
    expect(morning.filter((offer) => next.has(offer)).length).toBeLessThan(morning.length / 2);
  });

  it('sells stages of a journey apart where hardly any are sold together', async () => {
    const offers = await search(['JFK LGW 2026-12-10', 'LGW PMI 2026-12-14']);
    expect(offers.some(({ separateTickets }) => separateTickets)).toBe(true);
    expect(offers.some(({ separateTickets }) => !separateTickets)).toBe(true);
    const nonstop = offers.filter(({ legs }) => legs.every((leg) => stopsOf(leg) === 0));
    expect(nonstop.length).toBeGreaterThan(4);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
  });

  it('marks everything as demo, which nobody can buy', async () => {
    const offers = await search(['BOS LIS 2026-12-04', 'LIS BOS 2026-12-13']);
    expect(offers.length).toBeGreaterThan(20);
    for (const offer of offers)
      expect(offer).toMatchObject({ provider: 'demo', demo: true, booking: { kind: 'none', url: null } });
  });

  it('has what leaves at the time that is asked for, whichever way out it is the way back of', async () => {
    const [out, back] = ['MUC BER 2026-12-03', 'BER MUC 2026-12-03'];
    const evening = { ...legOf(back), timeFrom: '18:00', timeTo: null };
    const offers = await ask(demo, { ...question([out]), legs: [legOf(out), evening] });
    const leavesBack = ({ legs }: Offer) => localTimeOf(legs[1]!.segments[0].departsAt);
    expect(offers.filter((offer) => leavesBack(offer) >= '18:00').length).toBeGreaterThan(offers.length / 2);
    // An early way out has an evening to come back in as well.
    const early = offers.filter(({ legs: [leg] }) => localTimeOf(leg.segments[0].departsAt) < '09:00');
    expect(early.some((offer) => leavesBack(offer) >= '18:00')).toBe(true);
  });

  it('prices a party, and keeps flights with too few seats from it', async () => {
    const price = async (adults: number, children: number[], infants: number) =>
      new Map(
        (
          await search(['LHR JFK 2027-02-10'], { passengers: { adults, children, infants }, maxStops: 0 })
        ).map((offer) => [
          `${carriersOf(offer).join()} ${offer.legs[0].segments[0].number} ${offer.fare.brand}`,
          offer,
        ]),
      );
    const [one, family] = [await price(1, [], 0), await price(2, [4, 11], 1)];
    expect(family.size).toBeGreaterThan(5);
    for (const [key, { total, perTraveller }] of family) {
      const adult = one.get(key)!.total.minor;
      expect(perTraveller?.minor).toBe(adult);
      expect(Math.abs(total.minor / adult - 3.6)).toBeLessThan(0.05);
    }
  });

  it('keeps flights with too few seats from a large party', async () => {
    const seats = async (adults: number) =>
      (
        await search(['LHR JFK 2026-11-26'], {
          maxStops: 0,
          passengers: { adults, children: [], infants: 0 },
        })
      ).map(({ seatsLeft }) => seatsLeft ?? 10);
    const [alone, many] = [await seats(1), await seats(9)];
    expect(alone.filter((left) => left < 9).length).toBeGreaterThan(0);
    expect(many).toEqual(alone.filter((left) => left >= 9));
  });

  it('answers in the currency that is asked for, in dollars where it does not know it', async () => {
    const [dollars] = await search(['LHR JFK 2027-02-10']);
    const [yen] = await search(['LHR JFK 2027-02-10'], { currency: 'JPY' });
    const [unknown] = await search(['LHR JFK 2027-02-10'], { currency: 'XXX' });
    expect(yen?.total.currency).toBe('JPY');
    expect(yen!.total.minor / (dollars!.total.minor / 100)).toBeGreaterThan(80);
    expect(unknown?.total).toEqual(dollars?.total);
  });

  it('emits more over longer ways and in higher cabins', async () => {
    const emitted = async (leg: string, cabin: 'economy' | 'business' | 'premium_economy' = 'economy') =>
      (await search([leg], { cabin, maxStops: 0, includeAirlines: ['BA'] }))[0]!.co2Kg!;
    const [short, long] = [await emitted('LHR EDI 2027-02-10'), await emitted('LHR JFK 2027-02-10')];
    expect(short).toBeGreaterThan(25);
    expect(short).toBeLessThan(90);
    expect(long).toBeGreaterThan(300);
    expect(long).toBeLessThan(700);
    expect((await emitted('LHR JFK 2027-02-10', 'business')) / long).toBeGreaterThan(2);
    expect((await emitted('LHR JFK 2027-02-10', 'premium_economy')) / long).toBeGreaterThan(1.3);
  });

  it('searches every airport of a city', async () => {
    const london = place('LON', ['LHR', 'LGW', 'STN', 'LTN', 'LCY']);
    const newYork = place('NYC', ['JFK', 'EWR', 'LGA']);
    const offers = await ask(
      demo,
      question([], {
        legs: [{ origin: london, destination: newYork, date: '2027-02-10', timeFrom: null, timeTo: null }],
      }),
    );
    const ends = offers.map(({ legs: [leg] }) => [leg.segments[0].origin, leg.segments.at(-1)!.destination]);
    expect(new Set(ends.map(([from]) => from))).toEqual(new Set(['LHR', 'LGW']));
    expect(new Set(ends.map(([, to]) => to))).toEqual(new Set(['JFK', 'EWR']));
  });

  it('takes several cities one after another', async () => {
    const offers = await search(['BOS LIS 2027-02-10', 'LIS FCO 2027-02-14', 'FCO BOS 2027-02-20']);
    expect(offers.length).toBeGreaterThan(0);
    for (const { legs } of offers)
      expect(legs.map(({ segments }) => segments[0].origin)).toEqual(['BOS', 'LIS', 'FCO']);
  });

  it('leaves again an hour after landing at the soonest', async () => {
    const offers = await search(['LHR CDG 2027-02-10', 'CDG LHR 2027-02-10']);
    expect(offers.length).toBeGreaterThan(0);
    for (const { legs } of offers) {
      const [lands, leaves] = [legs[0].segments.at(-1)!.arrivesAt, legs[1]!.segments[0].departsAt];
      expect(leaves.epochMinutes - lands.epochMinutes).toBeGreaterThanOrEqual(60);
    }
  });

  it('answers each day of flexible ones', async () => {
    const [boston, lisbon] = [place('BOS'), place('LIS')];
    const departure = { earliest: '2027-02-08', latest: '2027-02-12', timeFrom: null, timeTo: null };
    const trip: Trip = { ...emptyTrip, legs: [{ origin: boston, destination: lisbon, departure }] };
    const days = await Promise.all(expandRequests(trip, 'EUR').requests.map((request) => ask(demo, request)));
    const dates = days.map(
      (offers) => new Set(offers.map((offer) => localDateOf(offer.legs[0].segments[0].departsAt))),
    );
    expect(dates.map((each) => [...each].join())).toEqual([
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
      '2027-02-12',
    ]);
    const cheapest = days.map((offers) => Math.min(...offers.map(({ total }) => total.minor)));
    expect(new Set(cheapest).size).toBeGreaterThan(2);
  });

  it('leaves out what a filter forbids', async () => {
    const leg = 'BOS LIS 2027-02-10';
    const nonstop = await search([leg], { maxStops: 0 });
    expect(nonstop.map((offer) => stopsOf(offer.legs[0])).filter((stops) => stops > 0)).toEqual([]);
    expect(new Set(nonstop.flatMap(carriersOf))).toEqual(new Set(['TP']));
    const others = await search([leg], { excludeAirlines: ['TP'] });
    expect(others.length).toBeGreaterThan(0);
    expect(others.flatMap(carriersOf)).not.toContain('TP');
    const refundable = await search([leg], { refundableOnly: true, maxOffers: 10 });
    expect(refundable).toHaveLength(10);
    expect(refundable.every(({ fare }) => fare.refundable)).toBe(true);
    expect((await search([leg], { maxOffers: 3 })).length).toBe(3);
    const first = await search(['LHR SIN 2027-02-10'], { cabin: 'first' });
    expect(new Set(first.map(({ fare }) => fare.cabin))).toEqual(new Set(['first']));
  });

  it('has nothing in the past, nothing too far ahead, and nothing that is about to leave', async () => {
    expect(await search(['BOS LIS 2026-11-20'])).toEqual([]);
    expect(await search(['BOS LIS 2027-12-24'])).toEqual([]);
    expect(await search(['BOS LIS not-a-day'])).toEqual([]);
    const soonest = present.epochMilliseconds / 60_000 + 45;
    const todays = await search(['LHR JFK 2026-11-25']);
    expect(todays.length).toBeGreaterThan(0);
    for (const { legs } of todays)
      expect(legs[0].segments[0].departsAt.epochMinutes).toBeGreaterThan(soonest);
  });

  it.each([350, 355, 361])('sells as far ahead as airlines do: %i days', async (days) => {
    const day = present.toZonedDateTimeISO('UTC').toPlainDate().add({ days });
    expect(await search([`BOS LIS ${day.toString()}`])).not.toEqual([]);
  });

  it('still sells tonight where tonight is yesterday in UTC', async () => {
    const now = Temporal.Instant.from('2026-12-05T04:00:00Z');
    const offers = await ask(demo, question(['HNL LAX 2026-12-04']), contextAt(now));
    expect(offers.length).toBeGreaterThan(0);
  });

  it('does not search for whoever has gone', async () => {
    const cold = createDemoProvider({ airports: await loadAirports() });
    const gone = new AbortController();
    const answer = ask(cold, question(['BOS LIS 2027-02-10']), contextAt(present, gone.signal));
    let warmed = false;
    void cold.warm().then(() => (warmed = true));
    gone.abort(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
    expect(warmed).toBe(false);
    await expect(
      ask(demo, question(['BOS LIS 2027-02-10']), contextAt(present, gone.signal)),
    ).rejects.toThrow('gone');
  });
});
