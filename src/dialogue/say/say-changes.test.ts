import { expect, it } from 'vitest';
import type { OfferChange } from '../../domain/offer-changes.ts';
import { fromIso } from '../../domain/zoned-minute.ts';
import { legOf, offerOf, plainLeg } from '../../ranking/example-offer.ts';
import { formatsFor } from '../format.ts';
import { sayChanges } from './say-changes.ts';

const formats = formatsFor('en-US', 2027);
const at = (time: string) => fromIso(`2027-03-${time}:00-05:00`);

it.each<[OfferChange, string]>([
  [
    { what: 'departure', leg: 0, was: at('04T05:11'), now: at('04T10:11') },
    'it leaves at 10:11 AM now instead of 5:11 AM',
  ],
  [
    { what: 'arrival', leg: 0, was: at('04T22:00'), now: at('05T01:00') },
    'it arrives on Fri, Mar 5 at 1:00 AM now instead of Thu, Mar 4 at 10:00 PM',
  ],
  [
    { what: 'layover', leg: 0, airport: 'FRA', was: 120, now: 45 },
    'the wait in FRA is 45 min now instead of 2 h',
  ],
  [
    { what: 'flights', leg: 0, was: 'TP 1 BOS-LIS', now: 'TP 3 BOS-LIS' },
    'it is TP 3 BOS-LIS now instead of TP 1 BOS-LIS',
  ],
  [{ what: 'flights', leg: 1, was: 'TP 1 BOS-LIS', now: null }, 'it has fewer flights now'],
  [{ what: 'cabin', was: 'business', now: 'economy' }, 'it is in economy now instead of business class'],
  [{ what: 'refundable', was: true, now: false }, 'it is no longer refundable'],
  [{ what: 'changeable', was: false, now: true }, 'it can be changed now'],
  [{ what: 'refundable', was: true, now: null }, 'it is not known any more whether it can be refunded'],
  [{ what: 'checked_bags', was: 1, now: 0 }, 'no checked bag is included any more'],
  [{ what: 'carry_on_bags', was: 0, now: 2 }, '2 carry-on bags are included now instead of none'],
  [
    { what: 'checked_bags', was: 1, now: null },
    'it is not known any more how many checked bags are included',
  ],
])('says of %j what it is now', (change, said) => {
  expect(sayChanges([change], offerOf('a', '100 USD'), formats)).toBe(said);
});

it('says of a way there and back which of the two it is, and all of it in one sentence', () => {
  const back = legOf('TP 219 LIS 2027-03-11T09:00+00:00 BOS 2027-03-11T11:30-05:00');
  const changes = [
    { what: 'departure', leg: 1, was: at('11T09:00'), now: at('11T09:30') },
    { what: 'checked_bags', was: 2, now: 1 },
  ] as const;
  expect(sayChanges(changes, offerOf('a', '100 USD', [plainLeg, back]), formats)).toBe(
    'the way from LIS to BOS leaves at 9:30 AM now instead of 9:00 AM and 1 checked bag is included now instead of 2',
  );
});
