import { flightsKey } from '../../domain/itinerary.ts';
import type { HeldOffers } from '../../domain/conversation.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer, Ranking } from '../../domain/ranked.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import type { OfferTopic } from '../../domain/understood.ts';
import type { Formats } from '../format.ts';
import { counted, english, providerName } from '../texts/en.ts';
import { upperFirst } from '../texts/first-letter.ts';
import { describeOffer, nameOffer } from './describe-offer.ts';
import { describeReason, describeWarning } from './describe-ranking.ts';
import { details } from './say-comparison.ts';
import { bags, fact, isAboutCard } from './say-fact.ts';
import { isPolicyTopic, sayPolicy } from './say-policy.ts';

/** The answer to a question about one card; what the source left out is said to be unknown, never guessed. */
export function sayAnswer(topic: OfferTopic, card: RankedOffer, formats: Formats): string {
  const { offer } = card;
  if (isPolicyTopic(topic)) return sayPolicy(topic, offer, formats);
  if (topic === 'why') return why(card, formats);
  if (!isAboutCard(topic)) return details(card, formats);
  if (topic === 'price') return `**${nameOffer(offer)}**: ${fact('price', card, formats)}`;
  return `**${nameOffer(offer)}** (${formats.money(offer.total)}): ${fact(topic, card, formats)}`;
}

/** The answers to several questions about one card, a line each. */
export function sayAnswers(topics: readonly OfferTopic[], card: RankedOffer, formats: Formats): string {
  const lines = topics.map((topic) =>
    isAboutCard(topic)
      ? `- ${upperFirst(fact(topic, card, formats))}`
      : `- ${sayAnswer(topic, card, formats)}`,
  );
  return `**${nameOffer(card.offer)}** (${formats.money(card.offer.total)}):\n${lines.join('\n')}`;
}

function why(card: RankedOffer, formats: Formats): string {
  const told = [
    ...card.reasons.map((reason) => describeReason(reason, formats)),
    ...card.warnings.map((warning) => describeWarning(warning, card.offer.legs.length, formats)),
  ];
  return `${describeOffer(card.offer, formats, { withBags: card.withBags })}. ${told.join('. ')}. The order weighs the price, the time and every nuisance such as stops or night hours in money.`;
}

/** Why an airline that is missed is not on the list: taken out by filters, or not offered at all. */
export function sayWhyMissing(
  carrier: string,
  { flagged }: Ranking,
  held: HeldOffers | null,
  formats: Formats,
): string {
  const flies = ({ legs, carrier: seller }: Offer) =>
    seller === carrier ||
    legs.some(({ segments }) => segments.some((segment) => segment.carrier === carrier));
  const out = flagged.filter(({ offer }) => flies(offer));
  const name = airlineName(carrier);
  if (out.length > 0) {
    const filters = [...new Set(out.flatMap(({ flags }) => flags.map(({ filter }) => filter)))];
    const reasons = filters.map((filter) => {
      const failing = out.filter(({ flags }) => flags.some((flag) => flag.filter === filter));
      const count = new Set(failing.map(({ offer }) => flightsKey(offer))).size;
      return `${count} ${english.leftOut[filter]}`;
    });
    return `${name} is left out by your wishes: ${formats.list(reasons)}.`;
  }
  const { failed = [], partly = [] } = held ?? {};
  const names = (ids: readonly string[]) => formats.list(ids.map(providerName));
  const silent = failed.length > 0 ? ` ${names(failed)} did not answer and might have.` : '';
  const inPart = partly.map(({ provider }) => provider);
  const cutShort = inPart.length > 0 ? ` ${names(inPart)} answered only in part and might have.` : '';
  return `No source offered a flight of ${name} for this trip.${silent}${cutShort}`;
}

/** The traveller's choice, and honestly what can come next. */
export function sayChoice(card: RankedOffer, formats: Formats): string {
  const warnings = card.warnings.map((warning) => describeWarning(warning, card.offer.legs.length, formats));
  return [
    `Chosen: ${describeOffer(card.offer, formats, { days: true, withBags: card.withBags })}, ${bags(card.offer, formats)}.`,
    warnings.length > 0 ? `${warnings.join('. ')}.` : '',
    'I keep it for this conversation. Issuing the ticket is not part of this version; nothing has been booked or charged.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** `past` where a place was named that the list does not have. */
export function sayNoSuchOffer(cards: number, past = false): string {
  if (cards === 0)
    return 'There is no flight on the table that fits your filters, so there is nothing to answer about.';
  return past
    ? `There is no such place in the list: it holds ${counted(cards, 'flight')}.`
    : 'I cannot tell which flight you mean. Say its place in the list, its airline or its time.';
}
