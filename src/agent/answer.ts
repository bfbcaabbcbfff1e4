import { suggestActions } from '../dialogue/actions.ts';
import { formatsFor, type Formats } from '../dialogue/format.ts';
import type { Move } from '../dialogue/move.ts';
import { namesPlace, resolveReference } from '../dialogue/resolve-reference.ts';
import { sayChoice, sayNoSuchOffer } from '../dialogue/say/say-answers.ts';
import { sayOfferGone } from '../dialogue/say/say-offer-gone.ts';
import { sayAgain, sayAsk, sayProblem, sayWhich } from '../dialogue/say/say-questions.ts';
import { english } from '../dialogue/texts/en.ts';
import { discussing, type Conversation } from '../domain/conversation.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import type { Slot } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { answerQuestion } from './answer-question.ts';
import { cardsOnTable } from './shown-cards.ts';

/** What a turn comes to, before it is put on the wire. */
export interface Spoken {
  readonly conversation: Conversation;
  readonly reply: string;
  readonly actions: readonly string[];
  readonly cards: readonly RankedOffer[];
  /** The list that the answer is about; null where it is about none. */
  readonly ranking: Ranking | null;
}

export const formatsOf = ({ locale }: Conversation, today: string): Formats =>
  formatsFor(locale, Number(today.slice(0, 4)));

/** The answer to every move that asks no source. `conversation` already holds the understood trip. */
export function answerMove(
  move: Exclude<Move, { kind: 'search' | 'refine' | 'check' }>,
  conversation: Conversation,
  understood: Understood,
  today: string,
): Spoken {
  const formats = formatsOf(conversation, today);
  const table = cardsOnTable(conversation);
  const spoken = (
    reply: string,
    next: Conversation,
    cards: readonly RankedOffer[] = [],
    ranking: Ranking | null = null,
  ): Spoken => ({
    conversation: next,
    reply,
    cards,
    ranking,
    actions: suggestActions(move, next.trip, ranking, false, cards, next.chosen),
  });
  const asking = (slots: readonly Slot[]): Conversation => ({ ...conversation, asked: slots });

  switch (move.kind) {
    case 'ask':
      return spoken(sayAsk(move.slot, understood.trip, formats, move.roughly), asking([move.slot]));
    case 'ask_which':
      return spoken(sayWhich(move.ambiguity, formats), {
        ...asking([move.ambiguity.slot]),
        pending: [move.ambiguity],
      });
    case 'ask_again':
      return spoken(sayAgain(move.unresolved, formats), asking([move.unresolved.slot]));
    case 'problem':
      return spoken(sayProblem(move.problem, formats), asking(slotsFor(move.problem.kind)));
    case 'answer': {
      const { reply, conversation: next, cards } = answerQuestion(move, conversation, table, formats);
      if (table) return spoken(reply, next, cards, table.ranking);
      return backToTrip(reply);
    }
    case 'choose': {
      const card = resolveReference(move.reference, table?.cards ?? [], conversation);
      if (!card && move.reference.by === 'offer')
        return spoken(sayOfferGone(table?.cards.length ?? 0), conversation, [], table?.ranking);
      if (!card)
        return spoken(
          sayNoSuchOffer(table?.cards.length ?? 0, namesPlace(move.reference)),
          conversation,
          [],
          table?.ranking,
        );
      return spoken(
        sayChoice(card, formats),
        { ...discussing(conversation, [card.offer.id]), chosen: card.offer.id },
        [card],
        table?.ranking,
      );
    }
    case 'talk':
      if (move.about === 'unchosen')
        return spoken(english.talk.unchosen, { ...conversation, chosen: null }, [], table?.ranking);
      if (move.about === 'out_of_scope' || move.about === 'unclear')
        return backToTrip(english.talk[move.about]);
      return spoken(english.talk[move.about], conversation, [], table?.ranking);
  }

  /** What was said before goes on where it was: nobody is asked again for what is known. */
  function backToTrip(reply: string): Spoken {
    if (table && table.cards.length > 0)
      return spoken(`${reply} ${english.stillHere}`, conversation, [], table.ranking);
    const [slot] = conversation.trip ? understood.missing : [];
    return slot
      ? spoken(`${reply} ${sayAsk(slot, understood.trip, formats)}`, asking([slot]))
      : spoken(`${reply} ${english.whereTo}`, conversation);
  }
}

function slotsFor(problem: Extract<Move, { kind: 'problem' }>['problem']['kind']): Slot[] {
  switch (problem) {
    case 'past_date':
    case 'too_far_ahead':
      return ['departure_date'];
    case 'wrong_order':
      return ['return_date'];
    case 'same_place':
      return ['destination'];
    case 'too_many_seats':
    case 'no_adult':
    case 'too_many_infants':
      return ['passengers'];
  }
}
