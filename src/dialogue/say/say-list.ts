import { worthIn } from '../../domain/exchange-rates.ts';
import { firstSegment, lastSegment, layoversOf, stopsOf } from '../../domain/itinerary.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import { airlineName } from '../../domain/reference/airlines.ts';
import type { OfferTopic } from '../../domain/understood.ts';
import { localDateOf } from '../../domain/zoned-minute.ts';
import type { Formats } from '../format.ts';
import { inOrderOf } from '../measures.ts';
import { counted, stopsText } from '../texts/en.ts';
import { upperFirst } from '../texts/first-letter.ts';
import { describePrice, describeTimes, joinLegs, nameOffer } from './describe-offer.ts';

/** An answer about several cards, and those that it names with their facts. */
export interface ListAnswer {
  readonly reply: string;
  readonly cards: readonly RankedOffer[];
}

/** What the cards of a list are sorted by for a question about all of them, and what another fare may bring. */
interface Sorting {
  readonly of: (offer: Offer) => string | null;
  readonly unsaid: string;
  /** What is asked for, in words behind "none of them". */
  readonly none?: string;
  readonly isWanted?: (offer: Offer) => boolean;
  /** What another fare brings. */
  readonly otherwise?: string;
}

const sortings: Partial<Record<OfferTopic, Sorting>> = {
  refund: {
    of: ({ fare }) => (fare.refundable === null ? null : fare.refundable ? 'refundable' : 'not refundable'),
    unsaid: 'the source does not say whether it can be refunded',
    none: 'is refundable',
    isWanted: ({ fare }) => fare.refundable === true,
    otherwise: 'Refundable with another fare',
  },
  changes: {
    of: ({ fare }) =>
      fare.changeable === null ? null : fare.changeable ? 'can be changed' : 'cannot be changed',
    unsaid: 'the source does not say whether it can be changed',
    none: 'can be changed',
    isWanted: ({ fare }) => fare.changeable === true,
    otherwise: 'Changeable with another fare',
  },
  bags: {
    of: ({ fare }) =>
      fare.checkedBags === null
        ? null
        : fare.checkedBags === 0
          ? 'no checked bag included'
          : `${counted(fare.checkedBags, 'checked bag')} included`,
    unsaid: 'the source does not say whether a checked bag is included',
    none: 'includes a checked bag',
    isWanted: ({ fare }) => (fare.checkedBags ?? 0) > 0,
    otherwise: 'With a checked bag in another fare',
  },
  stops: {
    of: ({ legs }) => {
      const most = Math.max(...legs.map(stopsOf));
      return most > 0 && legs.length > 1 ? `${stopsText(most)} at most each way` : stopsText(most);
    },
    unsaid: '',
    none: 'is nonstop',
    isWanted: ({ legs }) => legs.every((leg) => stopsOf(leg) === 0),
  },
  overnight: {
    of: ({ legs }) =>
      legs.some((leg) => layoversOf(leg).some(({ overnight }) => overnight))
        ? 'with an overnight layover'
        : 'without an overnight layover',
    unsaid: '',
  },
  airport: {
    of: (offer) => joinLegs(offer, (leg) => `${firstSegment(leg).origin} to ${lastSegment(leg).destination}`),
    unsaid: '',
  },
  airline: { of: ({ carrier }) => airlineName(carrier), unsaid: '' },
  seats: {
    of: ({ seatsLeft }) => (seatsLeft === null ? null : `${counted(seatsLeft, 'seat')} left`),
    unsaid: 'the source does not say how many seats are left',
  },
};

/** The answer to a question about the whole list; null where it is none that a list answers. `all` says the places that cards have. */
export function sayList(
  topic: OfferTopic,
  cards: readonly RankedOffer[],
  all: readonly RankedOffer[],
  formats: Formats,
): ListAnswer | null {
  const places = (some: readonly RankedOffer[]) => placesOf(some, all, formats);
  const sorting = sortings[topic];
  if (sorting) return sorted(sorting, cards, places, formats);
  const span = (least: 'cheapest' | 'fastest' | 'lowest_emissions', tell: (card: RankedOffer) => string) => {
    const ordered = inOrderOf({ superlative: least }, cards).map(({ card }) => card);
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (!first || !last) return null;
    const ends = first === last ? [first] : [first, last];
    return { cards: ends, text: ends.map((card) => `${tell(card)} (${places([card])})`).join(' to ') };
  };
  if (topic === 'times') {
    const named = cards.slice(0, mostNamed);
    const tell = (card: RankedOffer) =>
      `- ${upperFirst(places([card]))}: ${joinLegs(card.offer, (leg) => describeTimes(leg, formats))}`;
    const lead =
      named.length < cards.length
        ? `The first ${named.length} of ${cards.length}, in local times:`
        : 'In local times:';
    return { cards: named, reply: `${lead}\n${named.map(tell).join('\n')}` };
  }
  if (topic === 'price') {
    const range = span('cheapest', (card) => describePrice(card, formats));
    return range && { ...range, reply: `From ${range.text}, each for all travellers, taxes included.` };
  }
  if (topic === 'duration') {
    const range = span('fastest', ({ offer }) =>
      formats.list(offer.legs.map(({ durationMinutes }) => formats.duration(durationMinutes))),
    );
    return range && { ...range, reply: `From ${range.text}.` };
  }
  if (topic === 'emissions') {
    const range = span('lowest_emissions', ({ offer }) => `${Math.round(offer.co2Kg ?? 0)} kg`);
    if (!range) return { cards: [], reply: 'No source says how much CO₂ these flights emit.' };
    return { ...range, reply: `From about ${range.text} of CO₂ for each traveller.` };
  }
  if (topic === 'amenities')
    return {
      cards: [],
      reply: `The sources do not say what there is on board, legroom included, of any of these flights, and I do not guess. The airlines list it on their own pages.`,
    };
  return null;
}

/** "Refundable: number 3. Not refundable: the other 11." */
function sorted(
  { of, unsaid, none, isWanted, otherwise }: Sorting,
  cards: readonly RankedOffer[],
  places: (some: readonly RankedOffer[]) => string,
  formats: Formats,
): ListAnswer {
  const groups = Map.groupBy(cards, ({ offer }) => of(offer) ?? unsaid);
  const wanted = isWanted ? cards.filter(({ offer }) => isWanted(offer)) : [];
  const nobody = cards.length === 2 ? 'Neither of the two' : `None of the ${cards.length}`;
  const known = cards.every(({ offer }) => of(offer) !== null);
  const dearer = isWanted
    ? cards.flatMap((card) => {
        const fare = isWanted(card.offer) ? undefined : card.fares.find(isWanted);
        return fare ? [{ card, fare }] : [];
      })
    : [];
  const parts: string[] = [];
  const [only] = groups.keys();
  if (isWanted && none && known && wanted.length === 0 && cards.length > 1)
    parts.push(`${nobody} ${none}${dearer.length > 0 ? ' at the price shown' : ''}`);
  if (groups.size === 1 && only !== undefined && parts.length === 0)
    parts.push(cards.length === 1 ? upperFirst(only) : `All ${cards.length}: ${only}`);
  else if (groups.size > 1) {
    const rank = (group: readonly RankedOffer[]) => (group.some((card) => wanted.includes(card)) ? 0 : 1);
    const byNeed = [...groups].toSorted(([, a], [, b]) => rank(a) - rank(b));
    parts.push(
      ...byNeed.map(([text, group], index) =>
        index === groups.size - 1 && index > 0 && group.length > 3
          ? `${upperFirst(text)}: the other ${group.length}`
          : `${upperFirst(text)}: ${places(group)}`,
      ),
    );
  }
  const currency = dearer[0]?.fare.total.currency ?? '';
  const worth = ({ fare }: { readonly fare: Offer }) => worthIn(fare.total, currency);
  const cheapest = dearer.toSorted((a, b) => worth(a) - worth(b)).slice(0, 3);
  if (cheapest.length > 0)
    parts.push(
      `${otherwise}: ${formats.list(
        [
          ...cheapest.map(({ card, fare }) => `${places([card])} for ${formats.money(fare.total)}`),
          dearer.length > cheapest.length ? `${dearer.length - cheapest.length} more` : '',
        ].filter(Boolean),
      )}`,
    );
  const named = [...wanted, ...cheapest.map(({ card }) => card)];
  return { reply: `${parts.join('. ')}.`, cards: named.slice(0, mostNamed) };
}

/** Which of the days that were left open costs less, by the cards of the list. */
export function sayDays(cards: readonly RankedOffer[], formats: Formats): ListAnswer {
  const daysOf = ({ offer }: RankedOffer) =>
    offer.legs.map((leg) => localDateOf(firstSegment(leg).departsAt));
  const groups = [...Map.groupBy(cards, (card) => daysOf(card).join()).values()].flatMap((group) => {
    const [cheapest] = inOrderOf({ superlative: 'cheapest' }, group);
    return cheapest ? [cheapest.card] : [];
  });
  const priced = inOrderOf({ superlative: 'cheapest' }, groups);
  const ordered = priced.map(({ card }) => card);
  const [first, second] = ordered;
  if (!first) return { reply: 'There is no flight on the list to compare days by.', cards: [] };
  const name = (card: RankedOffer): string => {
    const [out = '', ...others] = daysOf(card).map((day) => formats.date(day));
    if (others.length === 0) return out;
    return `${out}, ${others.length === 1 ? 'back' : 'then'} ${others.join(', then ')}`;
  };
  const priceOf = (card: RankedOffer): string =>
    `**${describePrice(card, formats)}** (${placesOf([card], cards, formats)}, ${nameOffer(card.offer)})`;
  const tell = (card: RankedOffer): string => `${name(card)} from ${priceOf(card)}`;
  if (!second)
    return {
      reply: `Every flight on the list leaves on ${name(first)}. Name other days, such as “a day earlier”, and I will look there too.`,
      cards: [],
    };
  const named = ordered.slice(0, mostDays);
  const least = priced
    .flatMap(({ card, value }) => (value === priced[0]?.value ? card : []))
    .slice(0, mostDays);
  const days = groups.length === 2 ? 'the cheaper' : 'the cheapest';
  const lead =
    least.length > 1
      ? `${least.length === groups.length ? 'They cost the same' : 'The cheapest are'}: ${formats.list(least.map(tell))}.`
      : `${name(first)} is ${days}: from ${priceOf(first)}.`;
  const others = named.slice(least.length);
  const rest = ordered.length - named.length;
  return {
    reply: `${lead}${others.length > 0 ? ` ${others.map(tell).join('; ')}.` : ''}${rest > 0 ? ` ${counted(rest, 'other combination')} of days ${rest === 1 ? 'costs' : 'cost'} more.` : ''}`,
    cards: named,
  };
}

/** The cards whose way back leaves at another time than that of one of them. */
export function sayWayBack(
  leaves: 'earlier' | 'later',
  than: RankedOffer,
  cards: readonly RankedOffer[],
  formats: Formats,
): ListAnswer {
  const homeward = ({ offer }: RankedOffer) => {
    const leg = offer.legs.length > 1 ? offer.legs.at(-1) : undefined;
    return leg && firstSegment(leg).departsAt;
  };
  const limit = homeward(than);
  if (!limit)
    return {
      reply:
        'This trip has no way back yet. Say which day you would like to come back, and I will look for it.',
      cards: [],
    };
  const found = cards.flatMap((card) => {
    const at = homeward(card);
    const differs =
      at &&
      (leaves === 'earlier' ? at.epochMinutes < limit.epochMinutes : at.epochMinutes > limit.epochMinutes);
    return differs ? [{ card, at }] : [];
  });
  const base = `${placesOf([than], cards, formats)}, which leaves at ${formats.time(limit)}`;
  const otherDay = `For another day, say “come back a day ${leaves}”.`;
  if (found.length === 0)
    return {
      reply: `No flight on the list leaves ${leaves} on the way back than ${base}. ${otherDay}`,
      cards: [than],
    };
  const named = found.slice(0, 3);
  const list = formats.list([
    ...named.map(
      ({ card, at }) =>
        `${placesOf([card], cards, formats)} at ${formats.time(at)} for ${formats.money(card.offer.total)}`,
    ),
    ...(found.length > named.length ? [`${found.length - named.length} more`] : []),
  ]);
  return {
    reply: `${upperFirst(counted(found.length, 'flight'))} ${found.length === 1 ? 'leaves' : 'leave'} ${leaves} on the way back than ${base}: ${list}. ${otherDay}`,
    cards: [than, ...named.map(({ card }) => card)],
  };
}

/** "Number 3", "numbers 1, 4 and 5 more". */
export function placesOf(
  some: readonly RankedOffer[],
  all: readonly RankedOffer[],
  formats: Formats,
): string {
  const places = some.map((card) => String(all.indexOf(card) + 1));
  const named = places.length > mostPlaces + 1 ? places.slice(0, mostPlaces) : places;
  const rest = places.length - named.length;
  return `${places.length === 1 ? 'number' : 'numbers'} ${formats.list(rest > 0 ? [...named, `${rest} more`] : named)}`;
}

const mostPlaces = 8;
const mostNamed = 12;
const mostDays = 6;
