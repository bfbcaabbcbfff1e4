import type { Move } from '../dialogue/move.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { OfferReference, Understood } from '../domain/understood.ts';
import { emptyTrip } from '../domain/trip.ts';
import { missingSlots } from '../nlp/missing-slots.ts';

/** A click on an offer: it changes nothing of the trip, and means this offer whatever the list is by now. */
export function chooseOffer(id: string, conversation: Conversation): { understood: Understood; move: Move } {
  const reference: OfferReference = { by: 'offer', id };
  const trip = conversation.trip ?? emptyTrip;
  const understood: Understood = {
    intent: 'choose_offer',
    trip,
    missing: missingSlots(trip),
    ambiguous: [],
    unresolved: [],
    unsearchable: [],
    changed: [],
    stated: [],
    currency: null,
    references: [reference],
    topic: null,
    engine: 'rules',
  };
  return { understood, move: { kind: 'choose', reference } };
}
