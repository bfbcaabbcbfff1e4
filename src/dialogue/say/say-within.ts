import { firstSegment, lastSegment } from '../../domain/itinerary.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import type { TimeOfList } from '../../domain/understood.ts';
import { localDayOf, localMinuteOfDay } from '../../domain/zoned-minute.ts';
import type { Formats } from '../format.ts';
import { inOrderOf } from '../measures.ts';
import { describeOffer, describePrice } from './describe-offer.ts';
import { placesOf, type ListAnswer } from './say-list.ts';
import { upperFirst } from '../texts/first-letter.ts';

/** Which cards of the list use the airports that were asked about. */
export function sayThrough(
  airports: readonly string[],
  cards: readonly RankedOffer[],
  formats: Formats,
): ListAnswer {
  const found = cards.filter(({ offer: { legs } }) =>
    legs.some(({ segments }) =>
      segments.some(({ origin, destination }) => airports.includes(origin) || airports.includes(destination)),
    ),
  );
  const there = formats.list(airports.slice(0, mostNamed));
  return sayFound(found, cards, `${found.length === 1 ? 'uses' : 'use'} ${there}`, `uses ${there}`, formats);
}

/** Which cards of the list leave or land at the times that were asked about. */
export function sayWithin(
  { of, way, from, to }: TimeOfList,
  cards: readonly RankedOffer[],
  formats: Formats,
): ListAnswer {
  const found = cards.filter(({ offer: { legs } }) => {
    const leg = way === 'back' && legs.length > 1 ? legs.at(-1) : legs[0];
    if (!leg) return false;
    const minute = localMinuteOfDay(
      of === 'arrival' ? lastSegment(leg).arrivesAt : firstSegment(leg).departsAt,
    );
    return minute >= (from ?? 0) && minute <= (to ?? Infinity);
  });
  const then = `${way === 'back' ? ' on the way back' : ''} ${describeRange(from, to, formats)}`;
  const [one, many] = of === 'arrival' ? ['lands', 'land'] : ['leaves', 'leave'];
  return sayFound(found, cards, `${found.length === 1 ? one : many}${then}`, `${one}${then}`, formats);
}

/** "after 7:00 PM", "between 7:00 AM and 9:00 AM". */
function describeRange(from: number | null, to: number | null, formats: Formats): string {
  const clock = (minute: number) => formats.time({ epochMinutes: minute, offsetMinutes: 0 });
  if (from !== null && to !== null) return `between ${clock(from)} and ${clock(to)}`;
  return from === null ? `before ${clock(to ?? 0)}` : `after ${clock(from)}`;
}

function sayFound(
  found: readonly RankedOffer[],
  cards: readonly RankedOffer[],
  what: string,
  none: string,
  formats: Formats,
): ListAnswer {
  if (found.length === 0)
    return { reply: `None of the ${cards.length} flights on the list ${none}.`, cards: [] };
  const named = found.slice(0, mostNamed);
  const days = new Set(cards.map(({ offer }) => localDayOf(firstSegment(offer.legs[0]).departsAt))).size > 1;
  const lines = named.map(
    (card) =>
      `- ${upperFirst(placesOf([card], cards, formats))}: ${describeOffer(card.offer, formats, { days, withBags: card.withBags })}`,
  );
  const cheapest = inOrderOf({ superlative: 'cheapest' }, found)[0]?.card;
  const other =
    cheapest && !named.includes(cheapest)
      ? `\nThe cheapest of them is ${placesOf([cheapest], cards, formats)} for ${describePrice(cheapest, formats)}.`
      : '';
  const lead = `${found.length} of the ${cards.length} ${what}${
    named.length < found.length ? `. The first ${named.length} of them:` : ':'
  }`;
  return { reply: `${lead}\n${lines.join('\n')}${other}`, cards: named };
}

const mostNamed = 5;
