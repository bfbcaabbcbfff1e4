import type { Trip } from '../../domain/trip.ts';
import type { Message } from '../message.ts';
import { isOnTheWay, placeRoleAt } from '../parsers/place-roles.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { isSameCity } from './same-city.ts';

const positions = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const part = '(?:one|leg|flight|part|stretch|segment|trip)';
const legBefore = new RegExp(
  `\\b(?:(first|second|third|fourth|fifth|sixth|last|final) ${part}|leg (?:number |no\\.? |#)?([1-6]))\\b[^.?!;]{0,25}$`,
);
const behind = /^[^,.?!;]{0,10}(?:on|for|of) the /;
const partBehind = new RegExp(` ${part}\\b`);
/** How far words behind a mark are looked at. */
const reach = 40;

type Said = Pick<Message, 'places' | 'wishes'>;

/** Which of several flights the date or time is for whose mark stands at `at`: "make the last one ◇", "◇ for the second leg", "move the ◆ flight to ◇"; null where it is not said. */
export function legMeant(at: number, { places, wishes }: Said, trip: Trip): number | null {
  if (trip.tripType !== 'multi_city') return null;
  return (
    legBeforeIn(wishes.text.slice(0, at), trip) ??
    legBehind(wishes, at, trip) ??
    legOfPlaces({ places, wishes }, trip)
  );
}

function legBeforeIn(lead: string, { legs }: Trip): number | null {
  const said = legBefore.exec(lead);
  if (!said) return null;
  const [, word, figure] = said;
  const leg =
    word === 'last' || word === 'final'
      ? legs.length - 1
      : word === undefined
        ? Number(figure) - 1
        : positions.indexOf(word);
  return leg < legs.length ? leg : null;
}

/** "In the evening on the second flight". */
function legBehind({ text }: Passage, at: number, trip: Trip): number | null {
  const rest = text.slice(at + 1, at + reach);
  const end = behind.test(rest) ? (partBehind.exec(rest)?.index ?? -1) : -1;
  return end < 0 ? null : legBeforeIn(`${rest.slice(0, end)} leg `, trip);
}

/** The flight that the places of a message name: the one that goes there, leaves from there, or does both. Null where they name none of the trip's. */
export function legOfPlaces({ places, wishes }: Said, { tripType, legs }: Trip): number | null {
  if (tripType !== 'multi_city') return null;
  const said = places
    .map(({ at, span }) => ({ role: placeRoleAt(wishes, at), reading: span.value }))
    .filter(({ role }) => !isOnTheWay(role));
  const [first, second, ...others] = said;
  if (!first || others.length > 0 || said.some(({ reading }) => reading.kind !== 'place')) return null;
  const isOf = (place: typeof first, end: 'origin' | 'destination') => (leg: Trip['legs'][number]) =>
    isSameCity(place.reading.candidates[0]?.place, leg[end]);
  if (second) {
    if (!ofTheTrip.test(wishes)) return null;
    const [from, to] = second.role === 'origin' ? [second, first] : [first, second];
    return found(legs.findIndex((leg) => isOf(from, 'origin')(leg) && isOf(to, 'destination')(leg)));
  }
  const leaves = first.role === 'origin' || first.role === 'turning_point';
  return found(legs.findIndex(isOf(first, leaves ? 'origin' : 'destination')));
}

/** "Move the ◆ to ◆ flight", "change ◆ to ◆ to ◇": where both ends are said it may as well be another trip that is asked for. */
const ofTheTrip = new Pattern(
  /\b(?:move|shift|push|change|switch|put|make|delay|postpone|reschedule|instead|should|the (?:leg|one|flight|part|stretch|segment) (?:from|to|between)|(?:the|my|our|that) \ue000 (?:to |- ?)?\ue000|leg)\b/,
);

const found = (index: number): number | null => (index < 0 ? null : index);
