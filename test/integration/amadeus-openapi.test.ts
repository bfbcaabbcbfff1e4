import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cabins } from '../../src/domain/cabin.ts';
import type { Place } from '../../src/domain/place.ts';
import { formatPriceCheck, formatSearch } from '../../src/providers/amadeus/format.ts';
import type { SearchLeg, SearchRequest } from '../../src/search/provider.ts';
import { sharedPath, withoutShared } from '../shared/shared-folder.ts';

interface Specification {
  readonly definitions: Record<string, object>;
  readonly paths: Record<string, { get?: { parameters: Parameter[] } }>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly type: string;
  readonly pattern?: string;
}

const place = (code: string): Place => ({
  kind: 'city',
  code,
  name: code,
  country: 'XX',
  region: null,
  airports: [code],
});
const codes = ['NYC', 'LIS', 'MAD', 'SFO', 'DEL'];

const leg: fc.Arbitrary<SearchLeg> = fc.record({
  origin: fc.constantFrom(...codes).map(place),
  destination: fc.constantFrom(...codes).map(place),
  date: fc.constantFrom('2027-01-05', '2027-02-28'),
  timeFrom: fc.constantFrom(null, '06:00'),
  timeTo: fc.constant(null),
});
const legs: fc.Arbitrary<SearchRequest['legs']> = fc.oneof(
  leg.map((out): SearchRequest['legs'] => [out]),
  leg.map((out): SearchRequest['legs'] => [
    out,
    { ...out, origin: out.destination, destination: out.origin },
  ]),
  fc.tuple(leg, leg, leg),
);
const airlines = fc.subarray(['TP', 'LH', 'U2', 'UA']);
const request: fc.Arbitrary<SearchRequest> = fc.record({
  legs,
  passengers: fc.record({
    adults: fc.integer({ min: 1, max: 4 }),
    children: fc.array(fc.integer({ min: 2, max: 17 }), { maxLength: 3 }),
    infants: fc.integer({ min: 0, max: 1 }),
  }),
  cabin: fc.constantFrom(null, ...cabins),
  currency: fc.constantFrom('EUR', 'USD'),
  maxStops: fc.constantFrom(null, null, 0, 1, 2),
  includeAirlines: airlines,
  excludeAirlines: airlines,
  refundableOnly: fc.constantFrom(false, false, true),
  maxOffers: fc.integer({ min: 1, max: 500 }),
});

const searchFile = sharedPath('data/providers/amadeus/openapi/FlightOffersSearch_v2.json');
const priceFile = sharedPath('data/providers/amadeus/openapi/FlightOffersPrice_v1.json');
if (!searchFile || !priceFile) console.log(withoutShared);

const read = (file: string | undefined) => JSON.parse(readFileSync(file ?? '', 'utf8')) as Specification;

function validatorOf(specification: Specification, name: string) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  // The specification calls local times without an offset date-time; so do its own examples.
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  return ajv.compile({ ...specification, $ref: `#/definitions/${name}` });
}

describe.skipIf(!searchFile || !priceFile)('what Amadeus is asked', () => {
  it('is a search that its specification allows, in query or body', () => {
    const specification = read(searchFile);
    const validBody = validatorOf(specification, 'GetFlightOffersQuery');
    const parameters = specification.paths['/shopping/flight-offers']?.get?.parameters ?? [];
    const seen = { GET: 0, POST: 0 };
    fc.assert(
      fc.property(request, (search) => {
        const { method, path, body } = formatSearch(search);
        if (method === 'POST') {
          seen.POST += 1;
          expect(validBody(JSON.parse(body ?? '')), JSON.stringify(validBody.errors)).toBe(true);
        } else {
          seen.GET += 1;
          expectAllowed(new URL(path, 'https://host').searchParams, parameters);
        }
      }),
      { numRuns: 500 },
    );
    expect(seen.GET).toBeGreaterThan(20);
    expect(seen.POST).toBeGreaterThan(20);
  });

  it('is a price for an offer exactly as it was given', () => {
    const example = sharedPath(
      'data/providers/amadeus/code-examples/flight_offers_search/v2/get/response.json',
    );
    const { data } = JSON.parse(readFileSync(example ?? '', 'utf8')) as { data: unknown[] };
    const { body } = formatPriceCheck(data[0]);
    const posted = JSON.parse(body ?? '') as { data: { flightOffers: unknown[] } };
    expect(posted.data.flightOffers[0]).toEqual(data[0]);
    const valid = validatorOf(read(priceFile), 'FlightOfferPricingIn');
    expect(valid(posted.data), JSON.stringify(valid.errors)).toBe(true);
  });
});

function expectAllowed(query: URLSearchParams, parameters: readonly Parameter[]): void {
  for (const { name, required } of parameters)
    if (required && name !== 'Authorization') expect([...query.keys()]).toContain(name);
  for (const [name, value] of query) {
    const parameter = parameters.find((candidate) => candidate.name === name);
    expect(parameter, `${name} is a parameter`).toBeDefined();
    if (parameter?.type === 'integer') expect(value).toMatch(/^\d+$/);
    if (parameter?.type === 'boolean') expect(value).toMatch(/^(true|false)$/);
    if (parameter?.pattern)
      for (const part of value.split(',')) expect(part).toMatch(new RegExp(`^${parameter.pattern}$`));
  }
}
