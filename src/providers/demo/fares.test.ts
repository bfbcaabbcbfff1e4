import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cabins } from '../../domain/cabin.ts';
import { arbitraryPair, startDemoWorld, today } from './arbitrary-question.ts';
import { brandsOf } from './brands.ts';
import { adultFare, fullness, hasCabin, partyFare, seatsLeft } from './fares.ts';
import { carrierCode, findJourneys, type Journey } from './journeys.ts';
import { journeysFare } from './offers.ts';
import type { Timetable } from './timetable.ts';

let table: Timetable;
beforeAll(async () => {
  ({ table } = await startDemoWorld());
});

const nonstop = (from: number, to: number, day: number): Journey[] =>
  findJourneys(table, {
    origins: [from],
    destinations: [to],
    day,
    maxStops: 0,
    include: new Set(),
    exclude: new Set(),
  });
const between = (from: string, to: string, day: number) =>
  nonstop(table.airportNumber.get(from)!, table.airportNumber.get(to)!, day);
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
const meanFare = (from: string, to: string, day: number, asked = day - 60) =>
  mean(between(from, to, day).map((journey) => adultFare(table, journey, 'economy', asked)));
const dayOf = (date: string) => Date.parse(date) / 86_400_000;

describe('an adult fare', () => {
  it('grows with distance, less than in proportion', () => {
    const day = today + 60;
    const [short, middle, long] = [
      meanFare('LHR', 'CDG', day),
      meanFare('LHR', 'IST', day),
      meanFare('LHR', 'SIN', day),
    ];
    expect(short).toBeLessThan(middle);
    expect(middle).toBeLessThan(long);
    expect(long / short).toBeLessThan(10_880 / 348);
    expect(short).toBeGreaterThan(25);
    expect(long).toBeLessThan(1500);
  });

  it('is dear in July and at the turn of the year, and on Fridays', () => {
    const year = (date: string) => meanFare('LHR', 'JFK', dayOf(date));
    expect(year('2027-07-21')).toBeGreaterThan(year('2027-02-03') * 1.15);
    expect(year('2026-12-23')).toBeGreaterThan(year('2027-02-03') * 1.15);
    expect(year('2027-02-05')).toBeGreaterThan(year('2027-02-03') * 1.1);
  });

  it('is dearest at the last moment and cheapest some two months ahead', () => {
    const day = dayOf('2027-05-12');
    const ahead = (days: number) => meanFare('LHR', 'JFK', day, day - days);
    expect(ahead(1)).toBeGreaterThan(ahead(7) * 1.1);
    expect(ahead(7)).toBeGreaterThan(ahead(21) * 1.1);
    expect(ahead(21)).toBeGreaterThan(ahead(60) * 1.1);
    expect(ahead(300)).toBeGreaterThan(ahead(60) * 0.9);
  });

  it('changes when it is asked for a day later', () => {
    fc.assert(
      fc.property(arbitraryPair(table, 20), ({ from, to, day }) => {
        for (const journey of nonstop(from, to, day)) {
          const fare = adultFare(table, journey, 'economy', today);
          expect(adultFare(table, journey, 'economy', today)).toBe(fare);
          expect(adultFare(table, journey, 'economy', today + 1)).not.toBe(fare);
        }
      }),
    );
  });

  it('rises as seats go', () => {
    const day = today + 30;
    const journeys = between('LHR', 'JFK', day).concat(
      between('SFO', 'LAX', day),
      between('SYD', 'MEL', day),
    );
    const byFullness = journeys.toSorted(
      (a, b) => fullness(a.rides[0]!, today) - fullness(b.rides[0]!, today),
    );
    const full = (journey: Journey) => fullness(journey.rides[0]!, today);
    expect(full(byFullness.at(-1)!)).toBeGreaterThan(full(byFullness[0]!));
    for (const journey of journeys) {
      const [ride] = journey.rides;
      for (const asked of [0, 10, 29]) {
        expect(fullness(ride!, today + asked + 1)).toBeGreaterThan(fullness(ride!, today + asked));
        expect(seatsLeft(journey, today + asked + 1) ?? 10).toBeLessThanOrEqual(
          seatsLeft(journey, today + asked) ?? 10,
        );
      }
    }
  });

  it('is higher in every higher cabin', () => {
    const [journey] = between('LHR', 'JFK', today + 30);
    const fares = cabins.map((cabin) => adultFare(table, journey!, cabin, today));
    expect(fares).toEqual(fares.toSorted((a, b) => a - b));
    expect(fares[2]! / fares[0]!).toBeGreaterThan(2.5);
  });

  it('is lower with low-cost carriers', () => {
    const fares = Map.groupBy(
      between('LGW', 'BCN', today + 30).concat(between('MAD', 'BCN', today + 30)),
      ({ rides }) => table.carriers[table.carrier[rides[0]!.flight]!]!.kind,
    );
    const of = (kind: 'low_cost' | 'network') =>
      mean(fares.get(kind)!.map((journey) => adultFare(table, journey, 'economy', today)));
    expect(of('low_cost')).toBeLessThan(of('network'));
  });
});

describe('the cheapest nonstop two months ahead', () => {
  const cheapest = (from: string, to: string, cabin: (typeof cabins)[number]) => {
    const day = dayOf('2027-02-10');
    const journeys = between(from, to, day).filter((journey) => hasCabin(table, journey, cabin));
    return Math.min(...journeys.map((journey) => adultFare(table, journey, cabin, day - 60)));
  };
  // US dollars one way, from a sale to a dear week: wide enough for any carrier, too narrow for what nobody would believe.
  it.each([
    ['STN', 'DUB', 'economy', 25, 80],
    ['HNL', 'OGG', 'economy', 25, 90],
    ['SYD', 'MEL', 'economy', 30, 110],
    ['LHR', 'CDG', 'economy', 45, 130],
    ['JFK', 'LAX', 'economy', 90, 220],
    ['LHR', 'JFK', 'economy', 150, 350],
    ['MAD', 'EZE', 'economy', 250, 600],
    ['LHR', 'NRT', 'economy', 250, 600],
    ['LHR', 'PER', 'economy', 350, 900],
    ['LHR', 'CDG', 'business', 120, 400],
    ['LHR', 'JFK', 'business', 750, 2500],
    ['LHR', 'NRT', 'business', 1300, 4000],
    ['LHR', 'SIN', 'first', 2200, 7000],
  ] as const)('%s to %s in %s', (from, to, cabin, least, most) => {
    expect(cheapest(from, to, cabin)).toBeGreaterThan(least);
    expect(cheapest(from, to, cabin)).toBeLessThan(most);
  });
});

describe('cabins', () => {
  it('are those that flights have', () => {
    const withCabin = (from: string, to: string, cabin: (typeof cabins)[number]) =>
      between(from, to, today + 30).filter((journey) => hasCabin(table, journey, cabin));
    expect(withCabin('LHR', 'CDG', 'business').length).toBeGreaterThan(0);
    expect(withCabin('LHR', 'CDG', 'first')).toEqual([]);
    expect(withCabin('LHR', 'CDG', 'premium_economy')).toEqual([]);
    expect(withCabin('LHR', 'SIN', 'first').length).toBeGreaterThan(0);
    expect(withCabin('STN', 'DUB', 'business')).toEqual([]);
    expect(withCabin('STN', 'DUB', 'economy').length).toBeGreaterThan(0);
  });
});

describe('fare families', () => {
  it('cost more for more', () => {
    for (const carrier of table.carriers)
      for (const cabin of cabins) {
        const brands = brandsOf(carrier, cabin);
        expect(brands.length).toBeGreaterThan(1);
        expect(brands[0]!.factor).toBe(1);
        for (const [index, brand] of brands.entries()) {
          const lower = brands[index - 1];
          if (!lower) continue;
          expect(brand.factor).toBeGreaterThan(lower.factor);
          expect(brand.checkedBags).toBeGreaterThanOrEqual(lower.checkedBags);
          expect(brand.carryOnBags).toBeGreaterThanOrEqual(lower.carryOnBags);
          expect(Number(brand.refundable)).toBeGreaterThanOrEqual(Number(lower.refundable));
        }
      }
  });

  it('differ by the kind of carrier', () => {
    const names = (code: string) =>
      brandsOf(
        table.carriers.find((carrier) => carrier.code === code)!,
        'economy',
      ).map(({ name }) => name);
    expect(names('FR')).toEqual(['Basic', 'Plus']);
    expect(names('DL')).toContain('Main Cabin');
    expect(names('TP')).toContain('Classic');
  });
});

describe('a party', () => {
  const round = (amount: number) => Math.round(amount);

  it('pays for its adults in full, for children and lap infants a share', () => {
    const party = (adults: number, children: number[], infants: number) =>
      partyFare(200, { adults, children, infants }, round);
    expect(party(1, [], 0)).toBe(200);
    expect(party(2, [], 0)).toBe(400);
    expect(party(1, [5], 0)).toBe(350);
    expect(party(1, [], 1)).toBe(220);
    expect(party(2, [3, 9], 1)).toBe(720);
  });

  it('never pays less for one traveller more', () => {
    const arbitraryParty = fc.record({
      adults: fc.integer({ min: 1, max: 9 }),
      children: fc.array(fc.integer({ min: 2, max: 17 }), { maxLength: 4 }),
      infants: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.double({ min: 20, max: 9000, noNaN: true }), arbitraryParty, (fare, party) => {
        const total = partyFare(fare, party, round);
        expect(partyFare(fare, { ...party, adults: party.adults + 1 }, round)).toBeGreaterThan(total);
        expect(partyFare(fare, { ...party, children: [...party.children, 4] }, round)).toBeGreaterThan(total);
        expect(partyFare(fare, { ...party, infants: party.infants + 1 }, round)).toBeGreaterThan(total);
      }),
    );
  });
});

describe('several directions', () => {
  const pricing = { cabin: 'economy', today } as const;
  const fareOf = (journey: Journey) => adultFare(table, journey, 'economy', today);
  const by = (code: string, journeys: Journey[]) =>
    journeys.find(({ rides }) => carrierCode(table, rides[0]!.flight) === code)!;

  it('cost their sum less a discount, the larger one with one carrier', () => {
    const [out, back] = [between('LHR', 'JFK', today + 30), between('JFK', 'LHR', today + 37)];
    const share = (a: Journey, b: Journey) => journeysFare(table, [a, b], pricing) / (fareOf(a) + fareOf(b));
    expect(share(by('BA', out), by('BA', back))).toBeCloseTo(0.88, 6);
    expect(share(by('BA', out), by('AA', back))).toBeCloseTo(0.94, 6);
    expect(share(by('BA', out), by('VS', back))).toBeCloseTo(1, 6);
    expect(journeysFare(table, [out[0]!], pricing)).toBe(fareOf(out[0]!));
  });
});
