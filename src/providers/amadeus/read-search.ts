import { AnswerItems, ListedReference } from '../../domain/offer-reference.ts';
import type { Offer } from '../../domain/offer.ts';
import type { AirportZones } from '../../domain/reference/airports.ts';
import type { RawAnswer, ReadAnswer } from '../../search/provider.ts';
import { parseJson } from './errors.ts';
import { parseOffer } from './parse.ts';
import { AmadeusSearchReply } from './schema.ts';

/** The body of a Flight Offers Search v2; null where it is none. */
export function readSearch(
  { body, provider, observedAt }: RawAnswer,
  airports: AirportZones,
): ReadAnswer | null {
  const reply = AmadeusSearchReply.safeParse(parseJson(body));
  if (!reply.success) return null;
  const offers: Offer[] = [];
  const dropped: string[] = [];
  // As it was sent: a parsed offer takes five times the memory, and a conversation keeps dozens of them.
  const sent = new AnswerItems(body, 'data');
  for (const [index, raw] of reply.data.data.entries()) {
    const reference = new ListedReference(sent, index);
    const offer = parseOffer(raw, { airports, observedAt, provider, reference });
    if (typeof offer === 'string') dropped.push(offer);
    else offers.push(offer);
  }
  return { offers, dropped, batches: null };
}
