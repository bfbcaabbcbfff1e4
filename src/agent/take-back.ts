import type { Conversation } from '../domain/conversation.ts';
import type { Understood } from '../domain/understood.ts';
import { changedParts } from '../nlp/changed-parts.ts';
import { missingSlots } from '../nlp/missing-slots.ts';

/** "Undo that" asks for the trip as it was before its last change; said twice it brings the change again. */
export function takenBack(understood: Understood, { trip, previous }: Conversation): Understood {
  if (!understood.undoes || !trip || !previous) return understood;
  const changed = changedParts(trip, previous);
  return {
    ...understood,
    intent: 'refine_search',
    trip: previous,
    missing: missingSlots(previous),
    changed,
    stated: changed,
  };
}

/** What the next "undo" would bring back. */
export function previousTrip(
  { trip, previous }: Conversation,
  { changed }: Understood,
): Pick<Conversation, 'previous'> {
  const before = changed.length > 0 ? trip : previous;
  return before ? { previous: before } : {};
}
