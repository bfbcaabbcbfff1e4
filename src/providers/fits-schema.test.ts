import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitsSchema } from './fits-schema.ts';
import { AmadeusOffer } from './amadeus/schema.ts';

const offer = {
  numberOfBookableSeats: 4,
  itineraries: [
    {
      segments: [
        {
          id: '1',
          departure: { iataCode: 'BOS', at: '2026-12-04T18:05:00' },
          arrival: { iataCode: 'LIS', at: '2026-12-05T05:40:00' },
          carrierCode: 'TP',
          number: '218',
          aircraft: { code: '32Q' },
          operating: {},
          numberOfStops: 0,
          co2Emissions: [{ weight: '412', weightUnit: 'KG' }],
        },
      ],
    },
  ],
  price: { currency: 'USD', grandTotal: '612.40' },
  validatingAirlineCodes: ['TP'],
  travelerPricings: [
    {
      travelerType: 'ADULT',
      price: { total: '612.40' },
      fareDetailsBySegment: [
        { segmentId: '1', includedCheckedBags: { quantity: 1 }, amenities: [{ description: 'MEAL' }] },
      ],
    },
  ],
};

/** Every place in a value, as the way to it. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, key]);
}

/** The value with one place of it replaced; undefined takes the place away. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('fitsSchema', () => {
  const fits = fitsSchema(AmadeusOffer);

  it('says of every damaged offer what parsing says of it', () => {
    expect(fits(offer)).toBe(true);
    const paths = [...pathsIn(offer)];
    const values = fc.constantFrom<unknown>(
      undefined, null, '', '7', 7, 1.5, Number.NaN, Infinity, true, [], {}, [{}], 'BOS', 'x', ['TP'],
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) => {
        const damaged = replaced(offer, path, value);
        expect(fits(damaged), `${path.join('.')} = ${String(value)}`).toBe(
          AmadeusOffer.safeParse(damaged).success,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees on anything at all', () => {
    fc.assert(fc.property(fc.anything(), (value) => fits(value) === AmadeusOffer.safeParse(value).success));
  });

  it.each([
    ['a union', z.union([z.string(), z.number()])],
    ['a length', z.string().max(3)],
    ['a bound', z.number().min(3)],
    ['a date', z.date()],
  ])('refuses to be built from %s, which it would not check', (_what, schema) => {
    expect(() => fitsSchema(z.object({ field: schema }))).toThrow(TypeError);
  });
});
