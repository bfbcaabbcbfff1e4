import { cardOfOffer } from '../agent/card-of-offer.ts';
import { rankHeld } from '../agent/shown-cards.ts';
import type { OfferCheckAnswer } from '../contract/offer-check.ts';
import { formatsFor } from '../dialogue/format.ts';
import { afterCheck } from '../domain/checked-offer.ts';
import type { Conversation } from '../domain/conversation.ts';
import { emptyTrip, travellerCount } from '../domain/trip.ts';
import { toFlightCard } from '../presentation/flight-card.ts';
import { toWireMoney } from '../presentation/wire-money.ts';
import { toWireChange } from '../presentation/wire-offer-change.ts';
import type { OfferAsk, OfferChecks } from '../search/offer-checks.ts';
import type { SessionRecord, SessionStore } from '../store/sessions.ts';

export interface CheckOfferParts {
  readonly sessions: SessionStore<Conversation>;
  readonly checks: OfferChecks;
  readonly now: () => Temporal.Instant;
}

/** Why there is nothing to ask for. */
export type NothingToCheck = 'session_not_found' | 'offer_not_found';

/** How often the outcome is saved again because the conversation went on meanwhile. */
const mostAttempts = 5;

/** Asks the source of an offer that a conversation holds again, and keeps what it says in the conversation. */
export async function checkOffer(
  { sessions, checks, now: clock }: CheckOfferParts,
  offerId: string,
  ask: OfferAsk,
): Promise<OfferCheckAnswer | NothingToCheck> {
  const record = await sessions.find(ask.sessionId);
  if (!record) return 'session_not_found';
  const { held } = record.state;
  const before = held?.offers.find(({ id }) => id === offerId);
  if (!held || !before) return 'offer_not_found';
  const at = clock().toString();
  const checked = await checks.check(before, ask);
  const change = (state: Conversation) => afterCheck(state, offerId, checked, at);
  await keep(sessions, record, change);

  const fresh = 'offer' in checked ? checked.offer : before;
  const { locale, currency } = record.state;
  const trip = record.state.trip ?? emptyTrip;
  const now = change(record.state).held ?? held;
  const ranking = rankHeld(now, trip, currency);
  const card = cardOfOffer(fresh, ranking, trip, currency);
  const formats = formatsFor(locale, clock().toZonedDateTimeISO('UTC').year);
  return {
    status: checked.status,
    reason: 'reason' in checked ? checked.reason : null,
    was: toWireMoney(before.total),
    now: 'offer' in checked ? toWireMoney(checked.offer.total) : null,
    changes: 'changes' in checked ? checked.changes.map(toWireChange) : [],
    card: toFlightCard(card, travellerCount(trip.passengers), formats),
  };
}

/** In what the conversation is by then: the source may have taken its time. Where it is forgotten, or never stands still, there is nothing to keep. */
async function keep(
  sessions: SessionStore<Conversation>,
  read: SessionRecord<Conversation>,
  change: (state: Conversation) => Conversation,
): Promise<void> {
  let record: SessionRecord<Conversation> | undefined = read;
  for (let attempt = 1; record && attempt <= mostAttempts; attempt += 1) {
    const after = change(record.state);
    if (after === record.state) return;
    if ((await sessions.save(record.id, record.version, after)) === 'saved') return;
    record = await sessions.find(record.id);
  }
}
