import type { Offer } from '../../domain/offer.ts';
import type { AirportZones } from '../../domain/reference/airports.ts';
import type { RawAnswer, ReadAnswer } from '../../search/provider.ts';
import { parseJson } from './errors.ts';
import { parseOffer } from './parse.ts';
import { DuffelBatch } from './schema.ts';

/** The body of a batch of an offer request; null where it is none. */
export function readBatch({ body, observedAt }: RawAnswer, airports: AirportZones): ReadAnswer | null {
  const reply = DuffelBatch.safeParse(parseJson(body));
  if (!reply.success) return null;
  const { id, remaining_batches: remaining, offers: raws } = reply.data.data;
  const offers: Offer[] = [];
  const dropped: string[] = [];
  for (const raw of raws ?? []) {
    const offer = parseOffer(raw, airports, observedAt);
    if (typeof offer === 'string') dropped.push(offer);
    else offers.push(offer);
  }
  return { offers, dropped, batches: { id, remaining } };
}
