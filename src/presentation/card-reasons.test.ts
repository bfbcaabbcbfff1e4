import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlightCard } from '../contract/flight-card.ts';
import { formatsFor } from '../dialogue/format.ts';
import { travellerCount } from '../domain/trip.ts';
import { arbitrarySearch } from '../ranking/arbitrary-offer.ts';
import { rank } from '../ranking/rank.ts';
import { toFlightCard } from './flight-card.ts';

const formats = formatsFor('en-US', 2026);

/** The price that a sentence is about: that with the bags where it says so. */
const amount = ({ price }: FlightCard, bags: string | undefined) =>
  Number((bags ? price.with_bags : price.total)?.amount ?? NaN);
const minutes = ({ legs }: FlightCard) => legs.reduce((sum, leg) => sum + leg.duration_minutes, 0);
const stops = ({ legs }: FlightCard) => legs.reduce((sum, leg) => sum + leg.stops, 0);

/** "$1,048.10" as a number: whatever the currency's sign, its digits. */
const readMoney = (text: string) => Number(text.replace(/[^\d.]/g, ''));

/** "2 h 5 min" in minutes. */
function readDuration(text: string): number {
  const match = /^(?:(\d+) h)? ?(?:(\d+) min)?$/.exec(text);
  if (!match || text === '') throw new RangeError(`not a duration: ${text}`);
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
}

/** "2 h longer, 1 fewer stop" as minutes and stops more than the other's. */
function readDifference(text: string): { minutes: number; stops: number } {
  const match = /^(?:just as long|(.+?) (longer|shorter))(?:, (\d+) (more|fewer) stops?)?$/.exec(text);
  if (!match) throw new RangeError(`not a difference: ${text}`);
  const [, long, direction, count, more] = match;
  return {
    minutes: (long ? readDuration(long) : 0) * (direction === 'shorter' ? -1 : 1),
    stops: Number(count ?? 0) * (more === 'fewer' ? -1 : 1),
  };
}

interface Shown {
  readonly card: FlightCard;
  readonly cards: readonly FlightCard[];
}

const carrying = (cards: readonly FlightCard[], badge: FlightCard['badges'][number]): FlightCard => {
  const card = cards.find(({ badges }) => badges.includes(badge));
  if (!card) throw new RangeError(`no card is ${badge}`);
  return card;
};

const against = (card: FlightCard, other: FlightCard, difference: string): void => {
  const read = readDifference(difference);
  expect(read.minutes).toBe(minutes(card) - minutes(other));
  if (difference.includes('stop')) expect(read.stops).toBe(stops(card) - stops(other));
};

/** Every sentence that has a number in it, and how a reader works the number out from the cards. */
const sentences: readonly [RegExp, (found: readonly string[], shown: Shown) => void][] = [
  [
    /^(?:The cheapest|The fastest|The cheapest(?: with the bags)? and the fastest) of (\d+)(?: with the bags)?$/,
    ([count], { cards }) => expect(Number(count)).toBe(cards.length),
  ],
  [
    /^The (?:earliest|latest) of (\d+) to leave$/,
    ([count], { cards }) => expect(Number(count)).toBe(cards.length),
  ],
  [/^The best balance .+ among (\d+)$/, ([count], { cards }) => expect(Number(count)).toBe(cards.length)],
  [
    /^(.+) cheaper( with the bags)? than the (fastest|first), (.+)$/,
    ([saves = '', bags, which, difference = ''], { card, cards }) => {
      const other = which === 'fastest' ? carrying(cards, 'fastest') : cards[0]!;
      expect(readMoney(saves)).toBeCloseTo(amount(other, bags) - amount(card, bags), 3);
      against(card, other, difference);
    },
  ],
  [
    /^(.+) faster than the cheapest for (.+?) more( with the bags)?$/,
    ([saves = '', costs = '', bags], { card, cards }) => {
      const cheapest = carrying(cards, 'cheapest');
      expect(readDuration(saves)).toBe(minutes(cheapest) - minutes(card));
      expect(readMoney(costs)).toBeCloseTo(amount(card, bags) - amount(cheapest, bags), 3);
    },
  ],
  [
    /^(.+) faster than the first(?: for (.+?) more( with the bags)?)?$/,
    ([saves = '', costs, bags], { card, cards: [first] }) => {
      expect(readDuration(saves)).toBe(minutes(first!) - minutes(card));
      if (costs) expect(readMoney(costs)).toBeCloseTo(amount(card, bags) - amount(first!, bags), 3);
    },
  ],
  [
    /^(.+?) more( with the bags)? than the first, (.+)$/,
    ([costs = '', bags, difference = ''], { card, cards: [first] }) => {
      expect(readMoney(costs)).toBeCloseTo(amount(card, bags) - amount(first!, bags), 3);
      against(card, first!, difference);
    },
  ],
  [
    /^Ranked behind the first, (.+)$/,
    ([difference = ''], { card, cards: [first] }) => against(card, first!, difference),
  ],
  [
    /^(\d+) checked bags? included$/,
    ([pieces], { card }) => expect(Number(pieces)).toBe(card.fare.checked_bags),
  ],
  [
    /^(\d+) % less CO₂ than the middle of the list$/,
    ([percent], { card, cards }) => {
      const all = cards.flatMap(({ co2_kg }) => co2_kg ?? []).toSorted((a, b) => a - b);
      expect(Number(percent)).toBe(Math.round((1 - (card.co2_kg ?? NaN) / all[all.length >> 1]!) * 100));
    },
  ],
];

describe('the reasons on the cards, as a traveller reads them', () => {
  it('hold no number that does not follow from the cards', () => {
    const read = new Set<RegExp>();
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const travellers = travellerCount(trip.passengers);
        const cards = rank(offers, trip, { currency }).cards.map((ranked) =>
          toFlightCard(ranked, travellers, formats),
        );
        for (const card of cards) {
          const against = card.reasons.findIndex((reason) => reason.includes('the first'));
          expect(card.reason_against_first ?? -1).toBe(against);
          for (const reason of card.reasons) {
            const known = sentences.find(([pattern]) => pattern.test(reason));
            if (!known) {
              expect(reason).not.toMatch(/\d/);
              continue;
            }
            const [pattern, check] = known;
            read.add(pattern);
            check((pattern.exec(reason) ?? []).slice(1), { card, cards });
          }
        }
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    // Every kind of sentence came up, so none of the patterns has gone stale.
    expect(sentences.filter(([pattern]) => !read.has(pattern)).map(([pattern]) => pattern.source)).toEqual(
      [],
    );
  });
});
