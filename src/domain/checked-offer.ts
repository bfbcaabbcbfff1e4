import type { Conversation } from './conversation.ts';
import type { Offer } from './offer.ts';

/**
 * Why nobody knows whether an offer still holds: the source failed, the conversation has asked often enough for now (`skipped`), or the source
 * cannot be asked for one offer or is not there any more (`unsupported`).
 */
export type CheckFailure =
  'timeout' | 'error' | 'rate_limited' | 'circuit_open' | 'unauthorized' | 'skipped' | 'unsupported';

/** What came of asking the source of an offer again. A failed check says nothing about the offer, least of all that it is sold out. */
export type CheckedOffer =
  | { readonly status: 'confirmed' | 'price_changed'; /** As the source has it now. */ readonly offer: Offer }
  | { readonly status: 'sold_out' | 'expired' }
  | { readonly status: 'check_failed'; readonly reason: CheckFailure };

/** The conversation after the offer that it holds under an id was asked for again: with it as it is now, or without it. */
export function afterCheck(conversation: Conversation, id: string, checked: CheckedOffer): Conversation {
  switch (checked.status) {
    case 'confirmed':
    case 'price_changed':
      return withOffer(conversation, checked.offer);
    case 'sold_out':
    case 'expired':
      return withoutOffer(conversation, id);
    case 'check_failed':
      return conversation;
  }
}

function withOffer(conversation: Conversation, fresh: Offer): Conversation {
  const { held } = conversation;
  if (!held?.offers.some(({ id }) => id === fresh.id)) return conversation;
  const offers = held.offers.map((offer) => (offer.id === fresh.id ? fresh : offer));
  return { ...conversation, held: { ...held, offers } };
}

/** What is held is not whole then: to search again is worth it. */
function withoutOffer(conversation: Conversation, id: string): Conversation {
  const { held, shown, focus, chosen, discussed } = conversation;
  if (!held?.offers.some((offer) => offer.id === id)) return conversation;
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
