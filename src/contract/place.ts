import { z } from 'zod';
import { queryNumber } from './query-number.ts';

export const AirportCode = z.string().regex(/^[A-Z]{3}$/, 'a three-letter IATA code');

export const Place = z
  .object({
    kind: z.enum(['city', 'airport']),
    code: AirportCode,
    name: z.string().max(200),
    country: z.string().max(2),
    region: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe('State or province, where it tells two places apart.'),
    airports: z.array(AirportCode).min(1).max(30),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

export const PlacesQuery = z.object({
  q: z.string().trim().min(1).max(100),
  limit: queryNumber(1, 50).default(8),
});
export const PlacesAnswer = z.object({ places: z.array(Place) }).meta({ id: 'PlacesAnswer' });
export type PlacesAnswer = z.infer<typeof PlacesAnswer>;
