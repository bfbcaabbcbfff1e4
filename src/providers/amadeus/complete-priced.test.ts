import { expect, it } from 'vitest';
import type { Offer } from '../../domain/offer.ts';
import { sampleOffer } from '../../search/samples.ts';
import { completePriced } from './complete-priced.ts';

const soldAs = (fareBasis: string, fare: Partial<Offer['fare']>): Offer => {
  const offer = sampleOffer('amadeus:1');
  const value = { travelerPricings: [{ travelerType: 'ADULT', fareDetailsBySegment: [{ fareBasis }] }] };
  return { ...offer, fare: { ...offer.fare, ...fare }, reference: { value } };
};
const searched = soldAs('YCLS0', { brand: 'Classic', refundable: true, carryOnBags: 1, checkedBags: 1 });

it('keeps of the search what a price of the same fare does not repeat, and nothing against it', () => {
  const priced = soldAs('YCLS0', { refundable: false, checkedBags: 0 });
  expect(completePriced(priced, searched).fare).toEqual({
    ...priced.fare,
    brand: 'Classic',
    refundable: false,
    carryOnBags: 1,
    checkedBags: 0,
  });
});

it('knows nothing of another fare but what its price says', () => {
  const priced = soldAs('YLGT0', { checkedBags: 0 });
  expect(completePriced(priced, searched)).toBe(priced);
});
