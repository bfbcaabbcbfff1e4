import { firstSegment, lastSegment, layoversOf } from '../../domain/itinerary.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer, Ranking } from '../../domain/ranked.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import type { OfferTopic } from '../../domain/understood.ts';
import { localIsoDate, type Formats } from '../format.ts';
import { counted, english, providerName } from '../texts/en.ts';
import { describeLeg, describeOffer, joinLegs, nameOffer } from './describe-offer.ts';
import { describeReason, describeWarning } from './describe-ranking.ts';

const unsaid = 'the source does not say';

/** The answer to a question about one card; what the source left out is said to be unknown, never guessed. */
export function sayAnswer(topic: OfferTopic, card: RankedOffer, formats: Formats): string {
  const { offer } = card;
  const name = `**${nameOffer(offer)}** (${formats.money(offer.total)})`;
  switch (topic) {
    case 'bags':
      return `${name}: ${bags(offer, formats)}.${otherFares(card, formats, (fare) => bags(fare, formats))}`;
    case 'refund':
      return `${name}: ${yesNo(offer.fare.refundable, 'refundable', 'not refundable', 'whether it can be refunded')}.${otherFares(card, formats, (fare) => yesNo(fare.fare.refundable, 'refundable', 'not refundable', 'whether it can be refunded'))}`;
    case 'changes':
      return `${name}: ${yesNo(offer.fare.changeable, 'can be changed', 'cannot be changed', 'whether it can be changed')}. The fee for a change, where there is one, is not known before booking.`;
    case 'price':
      return `${name} is the price for all travellers, taxes included.${offer.perTraveller ? ` One adult pays ${formats.money(offer.perTraveller)}.` : ''}`;
    case 'duration':
      return `${name} takes ${joinLegs(offer.legs.map((leg) => formats.duration(leg.durationMinutes)))}.`;
    case 'stops':
      return `${name}: ${stopsAnswer(offer, formats)}.`;
    case 'times':
      return `${name}: ${joinLegs(
        offer.legs.map(
          (leg) => `${formats.date(localIsoDate(leg.segments[0].departsAt))}, ${describeLeg(leg, formats)}`,
        ),
      )}.`;
    case 'airline':
      return `${name}: ${flown(offer, formats)}.`;
    case 'aircraft':
      return `${name}: ${aircraft(offer, formats)}.`;
    case 'airport':
      return `${name} leaves from ${firstSegment(offer.legs[0]).origin} and lands at ${lastSegment(offer.legs[0]).destination}${viaText(offer, formats)}.`;
    case 'emissions':
      return `${name}: ${offer.co2Kg === null ? `${unsaid} how much CO₂ it emits` : `about ${Math.round(offer.co2Kg)} kg of CO₂ for each traveller`}.`;
    case 'seats':
      return `${name}: ${offer.seatsLeft === null ? `${unsaid} how many seats are left` : `${counted(offer.seatsLeft, 'seat')} left at this price`}.`;
    case 'fares':
      return card.fares.length > 1
        ? `${name} is sold as ${formats.list(card.fares.map((fare) => `${fare.fare.brand ?? 'a fare'} for ${formats.money(fare.total)} (${bags(fare, formats)})`))}.`
        : `${name}: there is one fare${offer.fare.brand ? `, ${offer.fare.brand}` : ''}. It has ${bags(offer, formats)}.`;
    case 'amenities':
      return `${name}: ${unsaid} what there is on board, and I do not guess. ${airlineName(offer.carrier)} lists it on its own pages.`;
    case 'why':
      return `${describeOffer(offer, formats)}. ${[
        ...card.reasons.map((reason) => describeReason(reason, formats)),
        ...card.warnings.map((warning) => describeWarning(warning, offer.legs.length, formats)),
      ].join(
        '. ',
      )}. The order weighs the price, the time and every nuisance such as stops or night hours in money.`;
    case 'compare':
    case 'details':
      return details(card, formats);
  }
}

/** Several cards side by side, one line each with what sets them apart. */
export function sayComparison(cards: readonly RankedOffer[], formats: Formats): string {
  const [only, ...others] = cards;
  if (only && others.length === 0)
    return `There is only one flight to look at: ${details(only, formats)} Widen the search for others to compare it with.`;
  return cards.map((card) => `- ${details(card, formats)}`).join('\n');
}

/** Why an airline that is missed is not on the list: taken out by filters, or not offered at all. */
export function sayWhyMissing(
  carrier: string,
  { flagged }: Ranking,
  failed: readonly string[],
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
      const count = out.filter(({ flags }) => flags.some((flag) => flag.filter === filter)).length;
      return `${count} ${english.leftOut[filter]}`;
    });
    return `${name} is left out by your wishes: ${formats.list(reasons)}.`;
  }
  const silent =
    failed.length > 0 ? ` ${formats.list(failed.map(providerName))} did not answer and might have.` : '';
  return `No source offered a flight of ${name} for this trip.${silent}`;
}

/** The traveller's choice, and honestly what can come next. */
export function sayChoice(card: RankedOffer, formats: Formats): string {
  const warnings = card.warnings.map((warning) => describeWarning(warning, card.offer.legs.length, formats));
  return [
    `Chosen: ${describeOffer(card.offer, formats, { days: true })}, ${bags(card.offer, formats)}.`,
    warnings.length > 0 ? `${warnings.join('. ')}.` : '',
    'I keep it for this conversation. Issuing the ticket is not part of this version; nothing has been booked or charged.',
  ]
    .filter(Boolean)
    .join(' ');
}

export function sayNoSuchOffer(cards: number): string {
  return cards === 0
    ? 'There is no flight on the table that fits your filters, so there is nothing to answer about.'
    : 'I cannot tell which flight you mean. Say its place in the list, its airline or its time.';
}

function details(card: RankedOffer, formats: Formats): string {
  const { offer } = card;
  const parts = [
    bags(offer, formats),
    yesNo(offer.fare.refundable, 'refundable', 'not refundable', 'about refunds'),
  ];
  if (offer.fare.brand) parts.unshift(`${offer.fare.brand} fare`);
  if (offer.co2Kg !== null) parts.push(`${Math.round(offer.co2Kg)} kg CO₂ each`);
  return `${describeOffer(offer, formats, { days: true })}: ${parts.join(', ')}.`;
}

/** "1 carry-on and no checked bag included, a checked bag is $45.00 extra for the whole trip". */
function bags({ fare }: Offer, formats: Formats): string {
  const pieces = (count: number | null, one: string, many: string) =>
    count === null ? null : count === 0 ? `no ${one}` : counted(count, one, many);
  const known = [
    pieces(fare.carryOnBags, 'carry-on bag', 'carry-on bags'),
    pieces(fare.checkedBags, 'checked bag', 'checked bags'),
  ].filter((text) => text !== null);
  if (known.length === 0) return `${unsaid} which bags are included`;
  const extra = fare.extraBagPrice
    ? `, one more checked bag is ${formats.money(fare.extraBagPrice)} for the trip`
    : '';
  const missing = known.length === 2 ? '' : ` (${unsaid} more about bags)`;
  return `${formats.list(known)} included${missing}${extra}`;
}

const yesNo = (value: boolean | null, yes: string, no: string, about: string): string =>
  value === null ? `${unsaid} ${about}` : value ? yes : no;

function otherFares(
  { offer, fares }: RankedOffer,
  formats: Formats,
  describe: (fare: Offer) => string,
): string {
  const others = fares.filter(({ id }) => id !== offer.id).slice(0, 2);
  if (others.length === 0) return '';
  return ` ${others.map((fare) => `${fare.fare.brand ?? 'Another fare'} for ${formats.money(fare.total)}: ${describe(fare)}`).join('. ')}.`;
}

function stopsAnswer(offer: Offer, formats: Formats): string {
  return joinLegs(
    offer.legs.map((leg) => {
      const layovers = layoversOf(leg);
      if (layovers.length === 0)
        return leg.segments[0].technicalStops ? describeLeg(leg, formats) : 'nonstop';
      return formats.list(
        layovers.map(({ airport, minutes }) => `${formats.duration(minutes)} in ${airport}`),
      );
    }),
  );
}

function flown({ legs, carrier }: Offer, formats: Formats): string {
  const operators = new Set(
    legs.flatMap((leg) => leg.segments.map((segment) => segment.operatedBy ?? segment.carrier)),
  );
  const names = [...operators].map(airlineName);
  const flights = legs.flatMap((leg) =>
    leg.segments.map((segment) => `${segment.carrier} ${segment.number}`),
  );
  return `sold by ${airlineName(carrier)}, flown by ${formats.list(names)} (${formats.list(flights)})`;
}

function aircraft({ legs }: Offer, formats: Formats): string {
  const types = legs.flatMap((leg) =>
    leg.segments.map((segment) => `${segment.carrier} ${segment.number}: ${segment.aircraft ?? unsaid}`),
  );
  return formats.list(types);
}

function viaText({ legs }: Offer, formats: Formats): string {
  const airports = [...new Set(legs.flatMap((leg) => layoversOf(leg).map(({ airport }) => airport)))];
  return airports.length > 0 ? `, by way of ${formats.list(airports)}` : '';
}
