import { layoversOf } from '../../domain/itinerary.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import type { OfferTopic, Superlative } from '../../domain/understood.ts';
import type { Formats } from '../format.ts';
import { inOrderOf, type SuperlativeReference } from '../measures.ts';
import { sayAnswer } from './say-answers.ts';
import { placesOf, type ListAnswer } from './say-list.ts';
import { upperFirst } from '../texts/first-letter.ts';

/** What one card, or several as much as each other, are the most of; and what is told of it. */
const words: Readonly<Record<Superlative, { one: string; many: string; topic: OfferTopic }>> = {
  best: { one: 'has the best balance', many: 'have the best balance', topic: 'details' },
  cheapest: { one: 'costs least', many: 'cost least', topic: 'details' },
  dearest: { one: 'costs most', many: 'cost most', topic: 'details' },
  fastest: { one: 'takes least time', many: 'take least time', topic: 'duration' },
  slowest: { one: 'takes longest', many: 'take longest', topic: 'duration' },
  earliest: { one: 'leaves first', many: 'leave first', topic: 'times' },
  latest: { one: 'leaves last', many: 'leave last', topic: 'times' },
  lands_earliest: { one: 'lands first', many: 'land first', topic: 'times' },
  lands_latest: { one: 'lands last', many: 'land last', topic: 'times' },
  longest_layover: { one: 'has the longest layover', many: 'have the longest layover', topic: 'stops' },
  shortest_layover: { one: 'has the shortest layover', many: 'have the shortest layover', topic: 'stops' },
  fewest_stops: { one: 'has the fewest stops', many: 'have the fewest stops', topic: 'stops' },
  most_bags: { one: 'includes the most checked bags', many: 'include the most checked bags', topic: 'bags' },
  lowest_emissions: { one: 'emits the least CO₂', many: 'emit the least CO₂', topic: 'emissions' },
};

/** Topics that ask for no more than which card it is. */
const asksWhich = (topic: OfferTopic, { superlative }: SuperlativeReference): boolean =>
  topic === 'details' || topic === 'compare' || topic === words[superlative].topic || topic === 'days';

/** Which card of the list is the most of something, with the fact that makes it so; null where something else is asked of it. */
export function sayExtreme(
  topic: OfferTopic,
  reference: SuperlativeReference,
  cards: readonly RankedOffer[],
  formats: Formats,
): ListAnswer | null {
  const { superlative, way, nth = 1, among, carrier } = reference;
  if (!asksWhich(topic, reference) || among || carrier !== undefined) return null;
  const ordered = inOrderOf(reference, cards);
  const chosen = ordered[nth - 1];
  if (!chosen) return { reply: nothingOf(superlative), cards: [] };
  if (superlative === 'most_bags' && chosen.value === 0)
    return {
      reply: `None of them includes a checked bag. ${sayAnswer('bags', chosen.card, formats)}`,
      cards: [chosen.card],
    };
  const { one, many, topic: told } = words[superlative];
  const tied = ordered.filter(({ value }) => value === chosen.value).map(({ card }) => card);
  const home = way === 'back' && chosen.card.offer.legs.length > 1 ? ' on the way back' : '';
  const answer = sayAnswer(told, chosen.card, formats);
  const whose =
    tied.length > 1 && nth === 1 ? `${upperFirst(placesOf([chosen.card], cards, formats))}: ` : '';
  const behind = nth === 1 ? '' : `, in place ${nth}`;
  const who = tied.length > 1 && nth === 1 ? tied : [chosen.card];
  const rest = cards.length - ordered.length;
  const without =
    superlative === 'shortest_layover' && rest > 0 && cards.some(isNonstop)
      ? ' The nonstop flights have no layover at all.'
      : '';
  return {
    reply: `${upperFirst(placesOf(who, cards, formats))} ${who.length > 1 ? many : one}${home}${behind}. ${whose}${answer}${without}`,
    cards: [chosen.card],
  };
}

const isNonstop = ({ offer }: RankedOffer): boolean =>
  offer.legs.every((leg) => layoversOf(leg).length === 0);

function nothingOf(superlative: Superlative): string {
  switch (superlative) {
    case 'longest_layover':
    case 'shortest_layover':
      return 'No flight on the list has a layover: they are all nonstop.';
    case 'most_bags':
      return 'The sources do not say which of these fares include bags.';
    case 'lowest_emissions':
      return 'The sources do not say how much CO₂ these flights emit.';
    default:
      return 'There are not so many flights on the list.';
  }
}
