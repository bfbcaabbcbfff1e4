import { describe, expect, it } from 'vitest';
import { sampleOffer } from '../search/samples.ts';
import { compareSold } from './offer-changes.ts';
import type { Fare, Offer, Segment } from './offer.ts';
import { fromIso } from './zoned-minute.ts';

const flown = (number: string, way: string, departs: string, arrives: string): Segment => {
  const [origin = '', destination = ''] = way.split('-');
  const [departsAt, arrivesAt] = [fromIso(departs), fromIso(arrives)];
  const durationMinutes = arrivesAt.epochMinutes - departsAt.epochMinutes;
  const { legs } = sampleOffer('a:1');
  return { ...legs[0].segments[0], number, origin, destination, departsAt, arrivesAt, durationMinutes };
};
const toLisbon = flown('218', 'BOS-LIS', '2027-03-04T18:05:00-05:00', '2027-03-05T05:40:00+00:00');
const toPorto = flown('1920', 'LIS-OPO', '2027-03-05T07:00:00+00:00', '2027-03-05T08:00:00+00:00');

const offerOf = (fare: Partial<Fare> = {}, segments: readonly Segment[] = [toLisbon, toPorto]): Offer => {
  const offer = sampleOffer('a:1');
  const [first = toLisbon, ...rest] = segments;
  return {
    ...offer,
    fare: { ...offer.fare, refundable: true, changeable: true, carryOnBags: 1, checkedBags: 1, ...fare },
    legs: [{ segments: [first, ...rest], durationMinutes: 1 }],
  };
};
const changesWith = (fare: Partial<Fare>, segments?: readonly Segment[]) => {
  const sold = compareSold(offerOf(), offerOf(fare, segments));
  return 'changes' in sold ? sold.changes : [];
};

describe('an offer that its source still sells', () => {
  it('is confirmed where all is as it was, whatever its source says more', () => {
    const silent = { refundable: null, changeable: null, carryOnBags: null, checkedBags: null };
    expect(compareSold(offerOf(silent), offerOf())).toEqual({ status: 'confirmed', offer: offerOf() });
  });

  it('is not confirmed at another price', () => {
    const dearer = { ...offerOf(), total: { minor: 50_000, currency: 'USD' } };
    expect(compareSold(offerOf(), dearer)).toEqual({ status: 'price_changed', offer: dearer, changes: [] });
  });

  it.each([
    [{ refundable: false }, { what: 'refundable', was: true, now: false }],
    [{ changeable: null }, { what: 'changeable', was: true, now: null }],
    [{ carryOnBags: 2 }, { what: 'carry_on_bags', was: 1, now: 2 }],
    [{ checkedBags: 0 }, { what: 'checked_bags', was: 1, now: 0 }],
    [{ cabin: 'business' }, { what: 'cabin', was: 'economy', now: 'business' }],
  ] as const)('is another one with %j', (fare, change) => {
    expect(changesWith(fare)).toEqual([change]);
  });

  it('is another one at other times of the day, and with another wait', () => {
    const earlier = { ...toLisbon, departsAt: fromIso('2027-03-04T17:05:00-05:00') };
    expect(changesWith({}, [earlier, toPorto])).toEqual([
      { what: 'departure', leg: 0, was: toLisbon.departsAt, now: earlier.departsAt },
    ]);
    const later = { ...toPorto, departsAt: fromIso('2027-03-05T07:10:00+00:00') };
    expect(changesWith({}, [toLisbon, later])).toEqual([
      { what: 'layover', leg: 0, airport: 'LIS', was: 80, now: 90 },
    ]);
  });

  it('is the same one where only our reading of an hour that comes twice differs', () => {
    const { epochMinutes, offsetMinutes } = toPorto.arrivesAt;
    const arrivesAt = { epochMinutes: epochMinutes + 60, offsetMinutes: offsetMinutes - 60 };
    expect(changesWith({}, [toLisbon, { ...toPorto, arrivesAt }])).toEqual([]);
  });

  it('is another one with other flights, of which it has more or fewer', () => {
    const other = { ...toPorto, number: '1922' };
    const was = 'TP 218 BOS-LIS, TP 1920 LIS-OPO';
    expect(changesWith({}, [toLisbon, other])).toEqual([
      { what: 'flights', leg: 0, was, now: 'TP 218 BOS-LIS, TP 1922 LIS-OPO' },
    ]);
    const [there] = offerOf().legs;
    const oneWay: Offer = offerOf();
    const sold = compareSold({ ...oneWay, legs: [there, there] }, oneWay);
    expect(sold).toMatchObject({ changes: [{ what: 'flights', leg: 1, was, now: null }] });
  });
});
