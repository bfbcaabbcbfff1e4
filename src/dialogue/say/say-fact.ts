import { firstSegment, lastSegment, layoversOf } from '../../domain/itinerary.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import { aircraftName } from '../../domain/reference/aircraft.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import type { OfferTopic, PolicyTopic } from '../../domain/understood.ts';
import { localIsoDate, type Formats } from '../format.ts';
import { counted } from '../texts/en.ts';
import { describeLeg, joinLegs } from './describe-offer.ts';
import { isPolicyTopic } from './say-policy.ts';

const unsaid = 'the source does not say';

/** What a card itself says something about. */
export type CardTopic = Exclude<
  OfferTopic,
  PolicyTopic | 'compare' | 'details' | 'days' | 'why' | 'availability'
>;

export const isAboutCard = (topic: OfferTopic): topic is CardTopic =>
  !isPolicyTopic(topic) && !apart.has(topic);

/** Answered by more than one fact of the card, or by its source. */
const apart: ReadonlySet<OfferTopic> = new Set(['compare', 'details', 'days', 'why', 'availability']);

/** What a card says about a topic, in whole sentences but for who it is that they are about. */
export function fact(topic: CardTopic, card: RankedOffer, formats: Formats): string {
  const { offer } = card;
  switch (topic) {
    case 'bags':
      return `${bags(offer, formats)}.${otherFares(card, formats, (fare) => bags(fare, formats))}`;
    case 'refund': {
      const fee =
        offer.fare.refundable === true
          ? ' The fee for a refund, where there is one, is not known before booking.'
          : '';
      return `${refunds(offer)}.${otherFares(card, formats, refunds)}${fee}`;
    }
    case 'changes': {
      const fee =
        offer.fare.changeable === false
          ? ''
          : ' The fee for a change, where there is one, is not known before booking.';
      return `${changes(offer)}.${otherFares(card, formats, changes)}${fee}`;
    }
    case 'price': {
      const one = offer.perTraveller;
      const each = one && one.minor !== offer.total.minor ? ` One adult pays ${formats.money(one)}.` : '';
      return `**${formats.money(offer.total)}** for all travellers, taxes included.${each}`;
    }
    case 'duration':
      return `${joinLegs(offer, (leg) => formats.duration(leg.durationMinutes))}, from departure to arrival.`;
    case 'stops':
      return `${stopsAnswer(offer, formats)}.`;
    case 'overnight':
      return `${nights(offer, formats)}.`;
    case 'times':
      return `${joinLegs(offer, (leg) => `${formats.date(localIsoDate(leg.segments[0].departsAt))}, ${describeLeg(leg, formats)}`)}. Each time is the local one.`;
    case 'airline':
      return `${flown(offer, formats)}.`;
    case 'aircraft':
      return `${aircraft(offer, formats)}.`;
    case 'airport':
      return `${airports(offer, formats)}.`;
    case 'terminal':
      return `${unsaid} which terminals it uses. It flies ${airports(offer, formats)}; the airline names the terminal nearer the day.`;
    case 'emissions':
      return offer.co2Kg === null
        ? `${unsaid} how much CO₂ it emits.`
        : `about ${Math.round(offer.co2Kg)} kg of CO₂ for each traveller.`;
    case 'seats':
      return offer.seatsLeft === null
        ? `${unsaid} how many seats are left.`
        : `${counted(offer.seatsLeft, 'seat')} left at this price.`;
    case 'fares':
      return card.fares.length > 1
        ? `sold as ${formats.list(card.fares.map((fare) => `${fare.fare.brand ?? 'a fare'} for ${formats.money(fare.total)} (${bags(fare, formats)})`))}.`
        : `there is one fare${offer.fare.brand ? `, ${offer.fare.brand}` : ''}, with ${bags(offer, formats)}.`;
    case 'amenities':
      return `${unsaid} what there is on board, and I do not guess. ${airlineName(offer.carrier)} lists it on its own pages.`;
  }
}

/** "1 carry-on bag and no checked bag included, a checked bag costs each traveller $45.00 for the trip". */
export function bags({ fare }: Offer, formats: Formats): string {
  const pieces = (count: number | null, one: string, many: string) =>
    count === null ? null : count === 0 ? `no ${one}` : counted(count, one, many);
  const known = [
    pieces(fare.carryOnBags, 'carry-on bag', 'carry-on bags'),
    pieces(fare.checkedBags, 'checked bag', 'checked bags'),
  ].filter((text) => text !== null);
  if (known.length === 0) return `${unsaid} which bags are included`;
  const extra = fare.extraBagPrice
    ? `, ${fare.checkedBags === 0 ? 'a' : 'one more'} checked bag costs each traveller ${formats.money(fare.extraBagPrice)} for the trip`
    : '';
  const missing = known.length === 2 ? '' : ` (${unsaid} more about bags)`;
  return `${formats.list(known)} included${missing}${extra}`;
}

/** Whether a fare can be refunded, in words. */
export const refunds = ({ fare }: Offer): string =>
  yesNo(fare.refundable, 'refundable', 'not refundable', 'whether it can be refunded');
const changes = ({ fare }: Offer): string =>
  yesNo(fare.changeable, 'can be changed', 'cannot be changed', 'whether it can be changed');

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
  return joinLegs(offer, (leg) => {
    const layovers = layoversOf(leg);
    if (layovers.length === 0) return leg.segments[0].technicalStops ? describeLeg(leg, formats) : 'nonstop';
    return formats.list(layovers.map(({ airport, minutes }) => `${formats.duration(minutes)} in ${airport}`));
  });
}

function nights({ legs }: Offer, formats: Formats): string {
  const waits = legs.flatMap((leg) => layoversOf(leg).filter(({ overnight }) => overnight));
  if (waits.length === 0) return 'no overnight layover';
  return formats.list(
    waits.map(({ airport, minutes }) => `overnight layover of ${formats.duration(minutes)} in ${airport}`),
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
  const seller = airlineName(carrier);
  const who =
    names.length === 1 && names[0] === seller
      ? `sold and flown by ${seller}`
      : `sold by ${seller}, flown by ${formats.list(names)}`;
  return `${who} (${formats.list(flights)})`;
}

function aircraft({ legs }: Offer, formats: Formats): string {
  const types = legs.flatMap((leg) =>
    leg.segments.map(
      ({ carrier, number, aircraft: code }) =>
        `${carrier} ${number}: ${code === null ? unsaid : (aircraftName(code) ?? code)}`,
    ),
  );
  return formats.list(types);
}

/** "BER to EWR by way of LHR; back JFK to BER". */
function airports(offer: Offer, formats: Formats): string {
  return joinLegs(offer, (leg) => {
    const via = [...new Set(layoversOf(leg).map(({ airport }) => airport))];
    const through = via.length > 0 ? ` by way of ${formats.list(via)}` : '';
    return `${firstSegment(leg).origin} to ${lastSegment(leg).destination}${through}`;
  });
}
