import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../search/provider.ts';
import { sampleRequest } from '../search/samples.ts';
import { createAmadeusProvider } from './amadeus/index.ts';
import { createDuffelProvider } from './duffel/index.ts';

const airports = { list: [], find: () => undefined };
const amadeus = createAmadeusProvider({ credentials: { clientId: 'any', clientSecret: 'any' }, airports });
const duffel = createDuffelProvider({ accessToken: 'token', airports });

const request = sampleRequest();
const [leg] = request.legs;
const changes: Readonly<Record<string, Partial<SearchRequest>>> = {
  times: { legs: [{ ...leg, timeFrom: '18:00', timeTo: '22:00' }] },
  day: { legs: [{ ...leg, date: '2027-03-05' }] },
  economy: { cabin: 'economy' },
  business: { cabin: 'business' },
  currency: { currency: 'EUR' },
  nonstop: { maxStops: 0 },
  airlines: { includeAirlines: ['TP'] },
  refundable: { refundableOnly: true },
  travellers: { passengers: { adults: 2, children: [], infants: 0 } },
};

describe.each([
  ['amadeus', amadeus, ['times']],
  ['duffel', duffel, ['economy', 'currency', 'airlines', 'refundable']],
] as const)('two searches at %s', (_name, provider, alike) => {
  it(`are one where they differ only in ${alike.join(', ')}`, () => {
    const asked = (more: Partial<SearchRequest> = {}) => provider.asked?.({ ...request, ...more });
    const same = Object.keys(changes).filter((name) => asked(changes[name]) === asked());
    expect(same).toEqual(alike);
  });
});
