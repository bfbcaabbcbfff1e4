import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSegment, stopsOf, totalDurationMinutes } from '../domain/itinerary.ts';
import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { RankedOffer, Reason } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import { arbitrarySearch } from './arbitrary-offer.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from './example-offer.ts';
import { rank } from './rank.ts';

const duration = ({ offer }: RankedOffer) => totalDurationMinutes(offer);
const departure = ({ offer }: RankedOffer) => firstSegment(offer.legs[0]).departsAt.epochMinutes;
const stops = ({ offer }: RankedOffer) => offer.legs.reduce((sum, leg) => sum + stopsOf(leg), 0);

/** The difference of two prices as the cards show them, of the seats or with the bags. */
function difference(
  dearer: RankedOffer,
  cheaper: RankedOffer,
  { withBags = false }: { readonly withBags?: boolean } = {},
): Money {
  const [more, less] = [dearer, cheaper].map((card) => (withBags ? card.withBags : card.offer.total));
  expect(more?.currency).toBe(less!.currency);
  return { ...more!, minor: more!.minor - less!.minor };
}

/** Works every number of a reason out again from the cards alone. */
function check(reason: Reason, card: RankedOffer, cards: readonly RankedOffer[], trip: Trip): void {
  const carrying = (badge: RankedOffer['badges'][number]) =>
    cards.find(({ badges }) => badges.includes(badge))!;
  const first = cards[0]!;
  switch (reason.kind) {
    case 'only_one':
      expect(cards).toEqual([card]);
      break;
    case 'cheapest_of':
    case 'fastest_of':
    case 'cheapest_and_fastest_of':
      expect(reason.offers).toBe(cards.length);
      if (reason.kind !== 'fastest_of') expect(card.badges).toContain('cheapest');
      if (reason.kind !== 'cheapest_of') expect(card.badges).toContain('fastest');
      if (reason.kind !== 'fastest_of')
        expect(reason.withBags ?? false).toBe(Boolean(trip.filters.checkedBags));
      break;
    case 'balanced_of':
      expect(reason.offers).toBe(cards.length);
      expect(card).toBe(first);
      expect(card.badges).toContain('best');
      break;
    case 'earliest_of':
    case 'latest_of': {
      expect(reason.offers).toBe(cards.length);
      const times = cards.map(departure);
      const extreme = reason.kind === 'earliest_of' ? Math.min(...times) : Math.max(...times);
      expect(departure(card)).toBe(extreme);
      break;
    }
    case 'cheaper_than_fastest':
      expect(reason.saves).toEqual(difference(carrying('fastest'), card, reason));
      expect(reason.saves.minor).toBeGreaterThan(0);
      expect(reason.longerMinutes).toBe(duration(card) - duration(carrying('fastest')));
      break;
    case 'faster_than_cheapest':
      expect(reason.costs).toEqual(difference(card, carrying('cheapest'), reason));
      expect(reason.costs.minor).toBeGreaterThan(0);
      expect(reason.savesMinutes).toBeGreaterThan(0);
      expect(reason.savesMinutes).toBe(duration(carrying('cheapest')) - duration(card));
      break;
    case 'cheaper_than_best':
    case 'behind_best': {
      const saves = reason.kind === 'cheaper_than_best' ? reason.saves : null;
      const costs = reason.kind === 'behind_best' ? reason.costs : null;
      if (saves) expect(saves).toEqual(difference(first, card, reason));
      if (costs) expect(costs).toEqual(difference(card, first, reason));
      expect((saves ?? costs ?? { minor: 1 }).minor).toBeGreaterThan(0);
      expect(reason.longerMinutes).toBe(duration(card) - duration(first));
      expect(reason.moreStops).toBe(stops(card) - stops(first));
      break;
    }
    case 'faster_than_best':
      if (reason.costs) expect(reason.costs).toEqual(difference(card, first, reason));
      expect(reason.savesMinutes).toBeGreaterThan(0);
      expect(reason.savesMinutes).toBe(duration(first) - duration(card));
      break;
    case 'nonstop':
      expect(stops(card)).toBe(0);
      break;
    case 'only_nonstop':
      expect(cards.filter((each) => stops(each) === 0)).toEqual([card]);
      break;
    case 'bags_included':
      expect(reason.pieces).toBe(card.offer.fare.checkedBags);
      expect(reason.pieces).toBeGreaterThanOrEqual(trip.filters.checkedBags ?? Infinity);
      break;
    case 'lower_emissions': {
      const all = cards.flatMap(({ offer }) => offer.co2Kg ?? []).toSorted((a, b) => a - b);
      const middle = all[all.length >> 1]!;
      expect(reason.percent).toBeGreaterThanOrEqual(15);
      expect(reason.percent).toBe(Math.round((1 - card.offer.co2Kg! / middle) * 100));
      break;
    }
  }
}

const viaLondon = legOf(
  'BA 1 BOS 2026-12-04T08:00-05:00 LHR 2026-12-04T19:00+00:00',
  'BA 2 LHR 2026-12-04T20:30+00:00 LIS 2026-12-04T22:40+00:00',
);
const reasons = (offers: readonly Offer[], trip = tripWith({})): Record<string, readonly Reason[]> =>
  Object.fromEntries(
    rank(offers, trip, { currency: 'USD' }).cards.map((card) => [card.offer.id, card.reasons]),
  );

describe('the reasons', () => {
  it('stand on every card, three at most, and follow from the cards', () => {
    fc.assert(
      fc.property(arbitrarySearch, ({ offers, trip, currency }) => {
        const { cards } = rank(offers, trip, { currency });
        for (const card of cards) {
          expect(card.reasons.length).toBeGreaterThan(0);
          expect(card.reasons.length).toBeLessThanOrEqual(3);
          for (const reason of card.reasons) check(reason, card, cards, trip);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('set the first against the fastest and the others against the first', () => {
    const slow = legOf('TP 3 BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T21:00+00:00');
    expect(
      reasons([
        offerOf('fast', '600 USD'),
        offerOf('cheap', '500 USD', slow),
        offerOf('stop', '550 USD', viaLondon),
      ]),
    ).toEqual({
      cheap: [
        { kind: 'cheapest_of', offers: 3 },
        { kind: 'cheaper_than_fastest', saves: amountOf('100 USD'), longerMinutes: 30 },
        { kind: 'nonstop' },
      ],
      fast: [
        { kind: 'fastest_of', offers: 3 },
        { kind: 'faster_than_best', savesMinutes: 30, costs: amountOf('100 USD') },
        { kind: 'nonstop' },
      ],
      stop: [{ kind: 'behind_best', costs: amountOf('50 USD'), longerMinutes: 160, moreStops: 1 }],
    });
  });

  it('do not call a flight balanced that is first because it leaves first', () => {
    const early = legOf('TP 3 BOS 2026-12-04T07:00-05:00 LIS 2026-12-04T21:00+00:00');
    const offers = [
      offerOf('early', '900 USD', early),
      offerOf('a', '500 USD'),
      offerOf('b', '510 USD', viaLondon),
    ];
    expect(reasons(offers, tripWith({}, { sort: 'earliest' })).early?.[0]).toEqual({
      kind: 'earliest_of',
      offers: 3,
    });
  });

  it('say that there is only one, and which is the only nonstop', () => {
    expect(reasons([offerOf('a', '500 USD')])).toEqual({ a: [{ kind: 'only_one' }, { kind: 'nonstop' }] });
    expect(reasons([offerOf('a', '500 USD'), offerOf('b', '510 USD', viaLondon)])).toMatchObject({
      a: [{ kind: 'cheapest_and_fastest_of', offers: 2 }, { kind: 'only_nonstop' }],
    });
  });

  it('compare no prices of different currencies', () => {
    expect(reasons([offerOf('a', '500 USD'), offerOf('b', '510 EUR', viaLondon)]).b).toEqual([
      { kind: 'behind_best', costs: null, longerMinutes: 190, moreStops: 1 },
    ]);
  });

  const bag = tripWith({ checkedBags: 1 });
  const bagFor = (price: string) => ({ fare: { checkedBags: 0, extraBagPrice: amountOf(price) } });
  const full = offerOf('full', '520 USD', plainLeg, { fare: { checkedBags: 1 } });

  it('compare prices with the bags where these differ, and say so', () => {
    const bare = offerOf('bare', '500 USD', viaLondon, bagFor('90 USD'));
    expect(reasons([bare, full], bag)).toMatchObject({
      full: [
        { kind: 'cheapest_and_fastest_of', offers: 2, withBags: true },
        { kind: 'only_nonstop' },
        { kind: 'bags_included', pieces: 1 },
      ],
      bare: [{ kind: 'behind_best', costs: amountOf('70 USD'), withBags: true }],
    });
    expect(reasons([bare, full]).bare).toMatchObject([
      { kind: 'cheapest_of', offers: 2 },
      { kind: 'cheaper_than_best', saves: amountOf('20 USD') },
    ]);
    const dear = offerOf('dear', '600 USD', plainLeg, bagFor('90 USD'));
    const slow = offerOf('slow', '570 USD', viaLondon, { fare: { checkedBags: 1 } });
    expect(reasons([dear, slow], bag)).toMatchObject({
      dear: [
        { kind: 'fastest_of' },
        { kind: 'faster_than_best', costs: amountOf('120 USD'), withBags: true },
        { kind: 'only_nonstop' },
      ],
      slow: [
        { kind: 'cheapest_of', withBags: true },
        { kind: 'cheaper_than_fastest', saves: amountOf('120 USD'), withBags: true },
        { kind: 'bags_included' },
      ],
    });
  });

  it('compare the prices of the seats where the same bags come on top', () => {
    const [one, other] = [
      offerOf('one', '500 USD', plainLeg, bagFor('90 USD')),
      offerOf('other', '530 USD', viaLondon, bagFor('90 USD')),
    ];
    expect(reasons([one, other], bag).other).toEqual([
      { kind: 'behind_best', costs: amountOf('30 USD'), longerMinutes: 190, moreStops: 1 },
    ]);
  });

  it('compare no prices to which bags come on top that nobody knows the price of', () => {
    const unknown = offerOf('unknown', '500 USD', viaLondon, { fare: { checkedBags: 0 } });
    expect(reasons([unknown, full], bag).unknown).toMatchObject([{ kind: 'behind_best', costs: null }]);
  });

  it('mention emissions from fifteen per cent below the middle on', () => {
    const emitting = (id: string, co2Kg: number | null, number: number) =>
      offerOf(
        id,
        `${500 + number} USD`,
        legOf(`TP ${number} BOS 2026-12-04T09:00-05:00 LIS 2026-12-04T20:30+00:00`),
        {
          co2Kg,
        },
      );
    const told = (co2Kg: number | null) =>
      reasons([emitting('a', co2Kg, 9), emitting('b', 400, 1), emitting('c', 400, 2)]).a;
    expect(told(340)).toContainEqual({ kind: 'lower_emissions', percent: 15 });
    for (const none of [341, null])
      expect(told(none)?.map(({ kind }) => kind)).not.toContain('lower_emissions');
    const nothing = reasons([emitting('a', 0, 1), emitting('b', 0, 2), emitting('c', 0, 3)]);
    expect(
      Object.values(nothing)
        .flat()
        .map(({ kind }) => kind),
    ).not.toContain('lower_emissions');
  });
});
