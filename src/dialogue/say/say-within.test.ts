import { expect, it } from 'vitest';
import { emptyTrip } from '../../domain/trip.ts';
import { legOf, offerOf, plainLeg } from '../../ranking/example-offer.ts';
import { rank } from '../../ranking/rank.ts';
import { formatsFor } from '../format.ts';
import { sayThrough, sayWithin } from './say-within.ts';

const formats = formatsFor('en-US', 2026);
const throughMadrid = legOf(
  'IB 10 BOS 2026-12-04T08:00-05:00 MAD 2026-12-04T20:00+01:00',
  'IB 11 MAD 2026-12-04T23:00+01:00 LIS 2026-12-04T23:20+00:00',
);
const { cards } = rank(
  [offerOf('a:1', '400.00 USD', [plainLeg]), offerOf('a:2', '420.00 USD', [throughMadrid])],
  emptyTrip,
  { currency: 'USD' },
);
const placeOfMadrid = cards.findIndex(({ offer }) => offer.id === 'a:2') + 1;

it('names the flights that leave or land at the time asked about', () => {
  const morning = sayWithin({ of: 'departure', from: null, to: 500 }, cards, formats);
  expect(morning.reply).toBe(
    `1 of the 2 leaves before 8:20 AM:\n- Number ${placeOfMadrid}: **Iberia IB 10**, 8:00 AM to 11:20 PM, 10 h 20 min, 1 stop in MAD, **$420**`,
  );
  expect(morning.cards.map(({ offer }) => offer.id)).toEqual(['a:2']);
  expect(sayWithin({ of: 'arrival', from: 1380, to: null }, cards, formats).cards).toHaveLength(1);
});

it('says so where none does', () => {
  expect(sayWithin({ of: 'arrival', from: 720, to: 780 }, cards, formats)).toEqual({
    reply: 'None of the 2 flights on the list lands between 12:00 PM and 1:00 PM.',
    cards: [],
  });
});

it('names the flights that use the airports asked about', () => {
  expect(sayThrough(['MAD'], cards, formats).cards.map(({ offer }) => offer.id)).toEqual(['a:2']);
  expect(sayThrough(['LHR'], cards, formats).reply).toBe('None of the 2 flights on the list uses LHR.');
});
