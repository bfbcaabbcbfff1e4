import type { Conversation, HeldOffers, ToldOffer } from './conversation.ts';
import type { OfferSold } from './offer-changes.ts';
import type { Offer } from './offer.ts';
import type { NoAnswer } from './part-answer.ts';

/**
 * Why nobody knows whether an offer still holds: the source failed, the conversation has asked often enough for now (`skipped`), or the source
 * cannot be asked for one offer or is not there any more (`unsupported`).
 */
export type CheckFailure = NoAnswer | 'unsupported';

/** What came of asking the source of an offer again. A failed check says nothing about the offer, least of all that it is sold out. */
export type CheckedOffer =
  | OfferSold
  | { readonly status: 'sold_out' | 'expired' }
  | { readonly status: 'check_failed'; readonly reason: CheckFailure };

/** The conversation after the source of an offer that it holds under an id was asked again, at an ISO instant: with it as it is now, or without it. */
export function afterCheck(
  conversation: Conversation,
  id: string,
  checked: CheckedOffer,
  at: string,
): Conversation {
  const { held } = conversation;
  if (checked.status === 'check_failed' || !held?.offers.some((offer) => offer.id === id))
    return conversation;
  if (!('offer' in checked)) return told(withoutOffer(conversation, held, id), { id, at, now: null });
  const offers = held.offers.map((offer) => (offer.id === id ? checked.offer : offer));
  const after = { ...conversation, held: { ...held, offers } };
  return checked.status === 'confirmed' ? after : told(after, { id, at, now: newsOf(checked) });
}

/** What an older answer has otherwise. Flights and fare come along only where they are news: they are most of an offer. */
function newsOf({ offer, changes }: Extract<OfferSold, { status: 'price_changed' }>): ToldOffer['now'] {
  const { total, perTraveller, legs, fare } = offer;
  return { total, perTraveller, ...(changes.length > 0 && { legs, fare }) };
}

/** So many are remembered, the latest first. */
const mostTold = 8;

const told = (conversation: Conversation, latest: ToldOffer): Conversation => ({
  ...conversation,
  told: [latest, ...(conversation.told ?? []).filter(({ id }) => id !== latest.id)].slice(0, mostTold),
});

/** What is held is not whole then: to search again is worth it. */
function withoutOffer(conversation: Conversation, held: HeldOffers, id: string): Conversation {
  const { shown, focus, chosen, discussed } = conversation;
  const others = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return {
    ...conversation,
    held: { ...held, offers: held.offers.filter((offer) => offer.id !== id), complete: false },
    shown: others(shown),
    focus: focus === id ? null : focus,
    chosen: chosen === id ? null : chosen,
    ...(discussed && { discussed: others(discussed) }),
  };
}

/**
 * Offers as the traveller has been told of them: an answer that was held for others may be older than what the source has said of one of its
 * offers since. The same list where there is nothing to correct.
 */
export function asTold(offers: readonly Offer[], { told: corrections = [] }: Conversation): readonly Offer[] {
  const byId = new Map(corrections.map((each) => [each.id, each]));
  const since = ({ id, observedAt }: Offer): ToldOffer | undefined => {
    const said = byId.get(id);
    return said && Date.parse(said.at) > Date.parse(observedAt) ? said : undefined;
  };
  if (byId.size === 0 || !offers.some(since)) return offers;
  return offers.flatMap((offer) => {
    const said = since(offer);
    return !said ? [offer] : said.now ? [{ ...offer, ...said.now }] : [];
  });
}
