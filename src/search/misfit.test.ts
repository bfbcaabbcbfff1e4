import { expect, it } from 'vitest';
import type { OfferLeg } from '../domain/offer.ts';
import { fromIso } from '../domain/zoned-minute.ts';
import { misfitsOf } from './misfit.ts';
import type { SearchLeg, SearchRequest } from './provider.ts';
import { sampleOffer, samplePlace, sampleRequest } from './samples.ts';

const { legs: sampleLegs } = sampleOffer('one:a');
const legOf = (origin: string, destination: string, departs: string): OfferLeg => {
  const [segment] = sampleLegs[0].segments;
  return {
    segments: [{ ...segment, origin, destination, departsAt: fromIso(departs) }],
    durationMinutes: 395,
  };
};
const out = legOf('BOS', 'LIS', '2027-03-04T23:59:00-05:00');
const back = legOf('LIS', 'BOS', '2027-03-11T00:10:00+00:00');
const offered = (first: OfferLeg, ...more: OfferLeg[]) => sampleOffer('one:a', { legs: [first, ...more] });

const asked = (first: Partial<SearchLeg>, ...more: Partial<SearchLeg>[]): SearchRequest => {
  const request = sampleRequest();
  const [leg] = request.legs;
  return { ...request, legs: [{ ...leg, ...first }, ...more.map((one) => ({ ...leg, ...one }))] };
};
const returning = asked(
  {},
  { origin: samplePlace('LIS'), destination: samplePlace('BOS'), date: '2027-03-11' },
);
const nowhere = () => false;

it('lets pass what was asked for, on the day of the place where it leaves', () => {
  expect(misfitsOf(asked({}), nowhere)(offered(out))).toBeNull();
  expect(misfitsOf(returning, nowhere)(offered(out, back))).toBeNull();
});

it.each([
  ['other legs', offered(out), returning],
  ['other legs', offered(out, back), asked({})],
  ['other day', offered(legOf('BOS', 'LIS', '2027-03-05T00:05:00-05:00')), asked({})],
  ['other day', offered(out, legOf('LIS', 'BOS', '2027-03-10T23:50:00+00:00')), returning],
  ['other airports', offered(legOf('JFK', 'LIS', '2027-03-04T18:05:00-05:00')), asked({})],
  ['other airports', offered(legOf('BOS', 'FCO', '2027-03-04T18:05:00-05:00')), asked({})],
  ['other airports', offered(out, legOf('OPO', 'BOS', '2027-03-11T10:00:00+00:00')), returning],
] as const)('says “%s” of what was not', (misfit, offer, request) => {
  expect(misfitsOf(request, nowhere)(offer)).toBe(misfit);
});

it.each([
  ['an airport of the city', samplePlace('NYC', ['JFK', 'LGA']), 'LGA'],
  ['one that the city has for others', samplePlace('NYC', ['JFK']), 'EWR'],
  ['one beside the airport, which its code means as well', samplePlace('SHA'), 'PVG'],
  ['the airport of the code alone', samplePlace('CTU', ['TFU']), 'CTU'],
])('takes for what was asked %s', (_what, origin, airport) => {
  const offer = offered(legOf(airport, 'LIS', '2027-03-04T12:00:00-05:00'));
  expect(misfitsOf(asked({ origin }), nowhere)(offer)).toBeNull();
});

it('takes for what was asked an airport near by, though no city names both', () => {
  const near = (one: string, other: string) => one === 'DCA' && other === 'BWI';
  const offer = offered(legOf('BWI', 'LIS', '2027-03-04T12:00:00-05:00'));
  expect(misfitsOf(asked({ origin: samplePlace('WAS', ['IAD', 'DCA']) }), near)(offer)).toBeNull();
});
