import { describe, expect, it } from 'vitest';
import { emptyTrip } from '../../domain/trip.ts';
import { amountOf, legOf, offerOf, plainLeg, tripWith } from '../../ranking/example-offer.ts';
import { rank } from '../../ranking/rank.ts';
import { formatsFor } from '../format.ts';
import { sayExtreme } from './say-extreme.ts';
import { sayDays, sayList, sayWayBack } from './say-list.ts';

const formats = formatsFor('en-US', 2026);
const back = (time: string, arrives: string) =>
  legOf(`TP 217 LIS 2026-12-13T${time}+00:00 BOS 2026-12-13T${arrives}-05:00`);
const throughMadrid = legOf(
  'IB 10 BOS 2026-12-04T08:00-05:00 MAD 2026-12-04T20:00+01:00',
  'IB 11 MAD 2026-12-04T23:00+01:00 LIS 2026-12-04T23:20+00:00',
);
const { cards } = rank(
  [
    offerOf('a:1', '400.00 USD', [plainLeg, back('10:00', '13:00')], {
      fare: { refundable: true, checkedBags: 0 },
    }),
    offerOf('a:2', '420.00 USD', [throughMadrid, back('18:00', '21:00')], {
      fare: { refundable: false, checkedBags: 0 },
    }),
  ],
  emptyTrip,
  { currency: 'USD' },
);

describe('a question about the list', () => {
  it('is answered by places, what was asked for first', () => {
    expect(sayList('refund', cards, cards, formats)?.reply).toBe(
      'Refundable: number 1. Not refundable: number 2.',
    );
    expect(sayList('bags', cards, cards, formats)?.reply).toBe('Neither of the two includes a checked bag.');
    expect(sayList('stops', cards, cards, formats)?.reply).toBe(
      'Nonstop: number 1. 1 stop at most each way: number 2.',
    );
  });

  it('is not answered by guesses', () => {
    expect(sayList('amenities', cards, cards, formats)?.reply).toMatch(/do not say .* I do not guess/u);
  });

  it('names the card that is the most of something', () => {
    const most = (superlative: 'longest_layover' | 'lands_latest' | 'most_bags') =>
      sayExtreme('details', { by: 'superlative', superlative }, cards, formats)?.reply;
    expect(most('longest_layover')).toMatch(
      /^Number 2 has the longest layover\. .*3 h in MAD; back nonstop\.$/u,
    );
    expect(most('lands_latest')).toMatch(/^Number 2 lands last\./u);
    expect(most('most_bags')).toMatch(/^None of them includes a checked bag\./u);
  });

  it('compares prices in several currencies by what they are worth, and tells each as it is sold', () => {
    const { cards: mixed } = rank(
      [offerOf('a:1', '400.00 USD', [plainLeg]), offerOf('b:1', '40000 JPY', [throughMadrid])],
      emptyTrip,
      { currency: 'USD' },
    );
    const most = (superlative: 'cheapest' | 'dearest') =>
      sayExtreme('details', { by: 'superlative', superlative }, mixed, formats)?.cards[0]?.offer.id;
    expect([most('cheapest'), most('dearest')]).toEqual(['b:1', 'a:1']);
    expect(sayList('price', mixed, mixed, formats)?.reply).toMatch(/^From ¥40,000 .* to \$400/u);
  });

  it('counts the bags that were asked for among the price', () => {
    const { cards: bagged } = rank(
      [
        offerOf('a:1', '400 USD', plainLeg, { fare: { checkedBags: 0, extraBagPrice: amountOf('70 USD') } }),
        offerOf('b:1', '450 USD', throughMadrid, { fare: { checkedBags: 1 } }),
      ],
      tripWith({ checkedBags: 1 }),
      { currency: 'USD' },
    );
    const most = (superlative: 'cheapest' | 'dearest') =>
      sayExtreme('details', { by: 'superlative', superlative }, bagged, formats)?.cards[0]?.offer.id;
    expect([most('cheapest'), most('dearest')]).toEqual(['b:1', 'a:1']);
    expect(sayList('price', bagged, bagged, formats)?.reply).toBe(
      'From $450 (number 2) to $400, $470 with the bags (number 1), each for all travellers, taxes included.',
    );
  });

  it('finds other ways back, and says so where there is none', () => {
    const [first, second] = cards;
    expect(sayWayBack('later', first!, cards, formats).reply).toMatch(
      /^1 flight leaves later on the way back than number 1, which leaves at 10:00 AM: number 2 at 6:00 PM for \$420\./u,
    );
    expect(sayWayBack('later', second!, cards, formats).reply).toMatch(
      /^No flight on the list leaves later/u,
    );
  });

  it('says that there is but one day to compare', () => {
    expect(sayDays(cards, formats).reply).toMatch(
      /^Every flight on the list leaves on Friday, December 4, back Sunday/u,
    );
  });
});
