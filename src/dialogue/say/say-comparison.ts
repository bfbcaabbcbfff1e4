import { stopsOf, totalDurationMinutes } from '../../domain/itinerary.ts';
import type { Offer } from '../../domain/offer.ts';
import type { RankedOffer } from '../../domain/ranked.ts';
import type { Formats } from '../format.ts';
import { counted } from '../texts/en.ts';
import { upperFirst } from '../texts/first-letter.ts';
import { describeOffer, nameOffer } from './describe-offer.ts';
import { bags, refunds } from './say-fact.ts';

/** Several cards side by side, one line each with what sets them apart. */
export function sayComparison(cards: readonly RankedOffer[], formats: Formats): string {
  const [only, ...others] = cards;
  if (only && others.length === 0)
    return `There is only one flight to look at: ${details(only, formats)} Widen the search for others to compare it with.`;
  const lines = cards.map((card) => `- ${details(card, formats)}`).join('\n');
  const verdict = cards.length === 2 && only && others[0] ? sayDifference(only, others[0], formats) : '';
  return verdict ? `${lines}\n\n${verdict}` : lines;
}

/** What sets two cards apart: "**DL 1761** costs $86 more and takes 2 h 25 min less", by the prices with the bags where those are known. */
function sayDifference(a: RankedOffer, b: RankedOffer, formats: Formats): string {
  const [one, other] = a.withBags && b.withBags ? [a.withBags, b.withBags] : [a.offer.total, b.offer.total];
  if (one.currency !== other.currency) return '';
  const more = Math.abs(one.minor - other.minor);
  const [cheap, dear] = one.minor <= other.minor ? [a, b] : [b, a];
  const longer = totalDurationMinutes(dear.offer) - totalDurationMinutes(cheap.offer);
  const stops = stopsOfAll(dear.offer) - stopsOfAll(cheap.offer);
  const time =
    longer === 0
      ? 'takes just as long'
      : `takes ${formats.duration(Math.abs(longer))} ${longer > 0 ? 'more' : 'less'}`;
  const through =
    stops === 0
      ? ''
      : counted(
          Math.abs(stops),
          stops > 0 ? 'more stop' : 'fewer stop',
          stops > 0 ? 'more stops' : 'fewer stops',
        );
  const bagsDiffer = one.minor - other.minor !== a.offer.total.minor - b.offer.total.minor;
  const withBags = bagsDiffer ? ' with the bags' : '';
  const name = nameOfTwo(dear, a, b);
  if (more === 0) {
    const cost = `Both cost the same${withBags}`;
    return longer === 0 && stops === 0
      ? `${cost} and take just as long.`
      : `${cost}; **${name}** ${formats.list([time, through && `has ${through}`].filter(Boolean))}.`;
  }
  const cost = `**${upperFirst(name)}** costs ${formats.money({ ...one, minor: more })} more${withBags}`;
  return `${formats.list([cost, time, through && `has ${through}`].filter(Boolean))}.`;
}

/** One of two cards by its first flight, or by its line where that is the flight of both: many ways back follow one way out. */
function nameOfTwo(card: RankedOffer, first: RankedOffer, second: RankedOffer): string {
  const [one, other] = [nameOffer(first.offer), nameOffer(second.offer)];
  if (one !== other) return card === first ? one : other;
  return `the ${card === first ? 'first' : 'second'} of the two`;
}

const stopsOfAll = ({ legs }: Offer): number => legs.reduce((sum, leg) => sum + stopsOf(leg), 0);

/** All that is known of one card. */
export function details(card: RankedOffer, formats: Formats): string {
  const { offer, withBags } = card;
  const parts = [bags(offer, formats), refunds(offer)];
  if (offer.fare.brand) parts.unshift(`${offer.fare.brand} fare`);
  if (offer.co2Kg !== null) parts.push(`${Math.round(offer.co2Kg)} kg CO₂ each`);
  return `${describeOffer(offer, formats, { days: true, withBags })}: ${parts.join(', ')}.`;
}
