import { suggestActions, takeIt } from '../dialogue/actions.ts';
import type { Formats } from '../dialogue/format.ts';
import type { Move } from '../dialogue/move.ts';
import { namesPlace, resolveReference } from '../dialogue/resolve-reference.ts';
import { sayAnswers, sayNoSuchOffer } from '../dialogue/say/say-answers.ts';
import { sayCheck, sayOneOfSeveral } from '../dialogue/say/say-check.ts';
import { afterCheck } from '../domain/checked-offer.ts';
import { discussing, showing, type Conversation } from '../domain/conversation.ts';
import { sameFlights } from '../domain/itinerary.ts';
import type { Offer } from '../domain/offer.ts';
import type { RankedOffer } from '../domain/ranked.ts';
import type { OfferAsk, OfferChecks } from '../search/offer-checks.ts';
import type { Spoken } from './answer.ts';
import { cardOfOffer } from './card-of-offer.ts';
import { cardsOnTable, cardsShown } from './shown-cards.ts';

export interface CheckTurn {
  readonly move: Extract<Move, { kind: 'check' }>;
  readonly conversation: Conversation;
  readonly formats: Formats;
  readonly checks: OfferChecks;
  readonly ask: OfferAsk;
  /** ISO instant. */
  readonly now: string;
}

export interface CheckSpoken extends Spoken {
  /** The list has changed, and its cards are what the answer brings; otherwise they are what it is about. */
  readonly bringsList: boolean;
}

/** Asks the source of one offer again, and says what it says. The list is as the source has it now. */
export async function checkTurn(turn: CheckTurn): Promise<CheckSpoken> {
  const { move, conversation, formats, checks, ask } = turn;
  const { trip, currency, chosen } = conversation;
  const table = cardsOnTable(conversation);
  const card = table && resolveReference(move.reference, table.cards, conversation);
  if (!table || !card || !trip) {
    return {
      conversation,
      reply: sayNoSuchOffer(table?.cards.length ?? 0, namesPlace(move.reference)),
      cards: [],
      ranking: table?.ranking ?? null,
      actions: suggestActions(move, trip, table?.ranking ?? null),
      bringsList: false,
    };
  }
  const before = offerMeant(card, chosen);
  const checked = await checks.check(before, ask);
  const after = afterCheck(conversation, before.id, checked, turn.now);
  const { cards, ranking } = cardsOnTable(after) ?? table;
  const fresh = 'offer' in checked ? checked.offer : before;
  const isGone = checked.status === 'sold_out' || checked.status === 'expired';
  const facts = {
    checked,
    before,
    wasChosen: chosen === before.id,
    isListed: cards.some(({ fares }) => fares.some(({ id }) => id === before.id)),
    elsewhere: cards.find(({ offer }) => offer.provider !== fresh.provider && sameFlights(offer, fresh)),
    first: cards[0],
  };
  const about = isGone ? (facts.elsewhere ?? facts.first) : cardOfOffer(fresh, ranking, trip, currency);
  const said = [
    sayCheck(facts, formats),
    ...(move.also.length > 0 && about && !isGone ? [sayAnswers(move.also, about, formats)] : []),
    ...(move.ofSeveral ? [sayOneOfSeveral] : []),
  ];
  const bringsList = isGone || checked.status === 'price_changed';
  const listed = bringsList ? cardsShown(ranking) : [];
  const shown = bringsList
    ? showing(
        after,
        listed.map(({ offer }) => offer.id),
      )
    : after;
  return {
    conversation: about ? discussing(shown, [about.offer.id], 'availability') : shown,
    reply: said.join('\n\n'),
    cards: bringsList ? listed : about ? [about] : [],
    ranking,
    actions: [
      ...('offer' in checked && !facts.wasChosen ? [takeIt] : []),
      ...suggestActions(move, trip, ranking, isGone),
    ],
    bringsList,
  };
}

/** The fare that was chosen, where it is one of the card's; otherwise the one that the card stands for. */
const offerMeant = ({ offer, fares }: RankedOffer, chosen: string | null): Offer =>
  fares.find(({ id }) => id === chosen) ?? offer;
