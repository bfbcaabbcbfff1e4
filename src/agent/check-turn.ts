import { suggestActions } from '../dialogue/actions.ts';
import type { Formats } from '../dialogue/format.ts';
import type { Move } from '../dialogue/move.ts';
import { resolveReference } from '../dialogue/resolve-reference.ts';
import { sayAnswers, sayNoSuchOffer } from '../dialogue/say/say-answers.ts';
import { sayCheck, sayOneOfSeveral } from '../dialogue/say/say-check.ts';
import { afterCheck } from '../domain/checked-offer.ts';
import { discussing, type Conversation } from '../domain/conversation.ts';
import { sameFlights } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferAsk, OfferChecks } from '../search/offer-checks.ts';
import type { Spoken } from './answer.ts';
import { cardOfOffer } from './card-of-offer.ts';
import { cardsOnTable } from './shown-cards.ts';

export interface CheckTurn {
  readonly move: Extract<Move, { kind: 'check' }>;
  readonly conversation: Conversation;
  readonly formats: Formats;
  readonly checks: OfferChecks;
  readonly ask: OfferAsk;
}

/** Asks the source of one offer again, and says what it says. The list is as the source has it now. */
export async function checkTurn(turn: CheckTurn): Promise<Spoken> {
  const { move, conversation, formats, checks, ask } = turn;
  const { trip, currency, chosen } = conversation;
  const table = cardsOnTable(conversation);
  const card = table && resolveReference(move.reference, table.cards, conversation);
  if (!table || !card || !trip) {
    const isPlace = move.reference.by === 'position' || move.reference.by === 'next';
    return {
      conversation,
      reply: sayNoSuchOffer(table?.cards.length ?? 0, isPlace),
      cards: [],
      ranking: table?.ranking ?? null,
      actions: suggestActions(move, trip, table?.ranking ?? null),
    };
  }
  const before = offerMeant(card, chosen);
  const checked = await checks.check(before, ask);
  const after = afterCheck(conversation, before.id, checked);
  const now = cardsOnTable(after) ?? table;
  const isGone = checked.status === 'sold_out' || checked.status === 'expired';
  const elsewhere = now.cards.find(
    ({ offer }) => offer.provider !== before.provider && sameFlights(offer, before),
  );
  const [first = null] = now.cards;
  const facts = {
    checked,
    before,
    wasChosen: chosen === before.id,
    elsewhere: elsewhere ?? null,
    first,
  };
  const fresh = 'offer' in checked ? checked.offer : before;
  const shown = isGone
    ? [elsewhere ?? first].filter((next) => next !== null)
    : [cardOfOffer(fresh, now.ranking, trip, currency)];
  const [about] = shown;
  const said = sayCheck(facts, formats);
  const others = move.also.length > 0 && about && !isGone ? sayAnswers(move.also, about, formats) : null;
  return {
    conversation: about
      ? discussing(
          after,
          shown.map(({ offer }) => offer.id),
          'availability',
        )
      : after,
    reply: [said, others, move.ofSeveral ? sayOneOfSeveral : null]
      .filter((part) => part !== null)
      .join('\n\n'),
    cards: shown,
    ranking: now.ranking,
    actions: [
      ...('offer' in checked && !facts.wasChosen ? [takeIt] : []),
      ...suggestActions(move, trip, now.ranking, isGone),
    ],
  };
}

const takeIt = 'I’ll take it';

/** The fare that was chosen, where it is one of the card's; otherwise the one that the card stands for. */
const offerMeant = ({ offer, fares }: RankedOffer, chosen: string | null): Offer =>
  fares.find(({ id }) => id === chosen) ?? offer;
