import { expect, it } from 'vitest';
import { emptyTrip } from '../../domain/trip.ts';
import { offerOf, plainLeg } from '../../ranking/example-offer.ts';
import { rank } from '../../ranking/rank.ts';
import { formatsFor } from '../format.ts';
import { fact } from './say-fact.ts';

it.each([
  [true, 'refundable. The fee for a refund, where there is one, is not known before booking.'],
  [false, 'not refundable.'],
  [null, 'the source does not say whether it can be refunded.'],
])('a fare whose refund is %s promises no more than that', (refundable, said) => {
  const offer = offerOf('a:1', '400.00 USD', plainLeg, { fare: { refundable } });
  const [card] = rank([offer], emptyTrip, { currency: 'USD' }).cards;
  expect(card && fact('refund', card, formatsFor('en-US', 2026))).toBe(said);
});
