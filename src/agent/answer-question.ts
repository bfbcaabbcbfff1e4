import type { Formats } from '../dialogue/format.ts';
import type { Move } from '../dialogue/move.ts';
import { cardsDiscussed, namesPlace, resolveReference } from '../dialogue/resolve-reference.ts';
import { sayAnswer, sayAnswers, sayNoSuchOffer, sayWhyMissing } from '../dialogue/say/say-answers.ts';
import { sayComparison } from '../dialogue/say/say-comparison.ts';
import { sayExtreme } from '../dialogue/say/say-extreme.ts';
import { sayDays, sayList, sayWayBack, type ListAnswer } from '../dialogue/say/say-list.ts';
import { sayThrough, sayWithin } from '../dialogue/say/say-within.ts';
import { isPolicyTopic, sayPolicy } from '../dialogue/say/say-policy.ts';
import { discussing, type Conversation } from '../domain/conversation.ts';
import type { RankedOffer, Ranking } from '../domain/ranked.ts';
import type { OfferReference } from '../domain/understood.ts';

/** The cards on the table, and the ranking that they come from. */
export interface Table {
  readonly cards: readonly RankedOffer[];
  readonly ranking: Ranking;
}

export interface Answered {
  readonly reply: string;
  readonly conversation: Conversation;
  readonly cards: readonly RankedOffer[];
}

/** The answer to a question about what lies on the table. */
export function answerQuestion(
  { topic, topics, references }: Extract<Move, { kind: 'answer' }>,
  conversation: Conversation,
  table: Table | null,
  formats: Formats,
): Answered {
  const all = table?.cards ?? [];
  const [asked] = references;
  const plain = (reply: string): Answered => ({ reply, conversation, cards: [] });
  const about = (reply: string, cards: readonly RankedOffer[], focused = cards): Answered => ({
    reply,
    conversation: discussing(
      conversation,
      focused.map(({ offer }) => offer.id),
      topic,
    ),
    cards,
  });
  const listed = ({ reply, cards }: ListAnswer): Answered => about(reply, cards);

  if (isPolicyTopic(topic)) {
    const card =
      (asked && resolveReference(asked, all, conversation)) ??
      resolveReference({ by: 'focus' }, all, conversation);
    const reply = sayPolicy(topic, card?.offer, formats);
    return card ? about(reply, [card]) : plain(reply);
  }
  if (all.length === 0) return plain(sayNoSuchOffer(0));
  if (topic === 'days') return { ...listed(sayDays(all, formats)), conversation };
  if (asked?.by === 'way_back') {
    const than = resolveReference({ by: 'focus' }, all, conversation);
    if (than) return { ...listed(sayWayBack(asked.leaves, than, all, formats)), conversation };
  }
  if (asked?.by === 'all') {
    const compared = asked.among === 'discussed' || conversation.topic === 'compare';
    const some = compared ? cardsDiscussed(all, conversation) : all;
    const answer =
      asked.within && (topic === 'times' || topic === 'details')
        ? sayWithin(asked.within, all, formats)
        : asked.airports && (topic === 'airport' || topic === 'details' || topic === 'times')
          ? sayThrough(asked.airports, all, formats)
          : sayList(topic, some, all, formats);
    const shown = some.slice(0, mostCompared);
    return answer ? listed(answer) : about(sayComparison(shown, formats), shown);
  }
  if (asked?.by === 'superlative' && references.length === 1) {
    const answer = sayExtreme(topic, asked, all, formats);
    if (answer) return listed(answer);
  }
  const cards = pointedAt(references, all, conversation);
  const [first] = cards;
  if (!first && topic === 'why' && asked?.by === 'airline' && table)
    return plain(sayWhyMissing(asked.carrier, table.ranking, conversation.held, formats));
  if (!first) return plain(sayNoSuchOffer(all.length, asked && namesPlace(asked)));
  if (topic === 'why' && cards.length === 1) {
    const rivals = all.filter((card, place) => card !== first && (place === 0 || card.badges.length > 0));
    return about(sayAnswer('why', first, formats), [first, ...rivals], [first]);
  }
  if (topic === 'compare' || topic === 'why' || cards.length > 1) {
    const compared =
      cards.length > 1 ? cards : first === all[0] ? all.slice(0, 2) : [first, ...all.slice(0, 1)];
    return about(sayComparison(compared, formats), compared);
  }
  const reply = topics ? sayAnswers(topics, first, formats) : sayAnswer(topic, first, formats);
  return about(reply, [first]);
}

/** So many are set side by side where nobody said which. */
const mostCompared = 3;

function pointedAt(
  references: readonly OfferReference[],
  cards: readonly RankedOffer[],
  conversation: Conversation,
): RankedOffer[] {
  const wanted: readonly OfferReference[] = references.length > 0 ? references : [{ by: 'focus' }];
  return [...new Set(wanted.flatMap((reference) => resolveReference(reference, cards, conversation) ?? []))];
}
