import type { Slot, Trip } from '../../domain/trip.ts';
import { refine, type Draft } from '../draft.ts';
import type { UnderstandContext } from '../language.ts';
import type { Message } from '../message.ts';
import { readAirlines } from '../parsers/airlines.ts';
import { readCabin } from '../parsers/cabin.ts';
import { readAgesAlone, readParty } from '../parsers/party.ts';
import { usualAge } from '../parsers/party-ages.ts';
import { readComplaint, readSort, readSortOfShown } from '../parsers/sort.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { refineCabin } from './cabin.ts';
import { dropFilters } from './dropped-filters.ts';
import { refineAirlines, refineFilters } from './filters.ts';
import { refineParty } from './party.ts';

/** Who, how and under which limits. */
export function refinePreferences(
  start: Draft,
  { wishes: text, airlines }: Message,
  { asked, locale, trip, hasOffers }: UnderstandContext,
  points: boolean,
): Draft {
  const isAsked = (slot: Slot): boolean => asked.includes(slot);
  const cabin = readCabin(text, isAsked('cabin'));
  // "Business for my parents, economy for us" is of who sits where, not of who travels.
  const who = cabin.twoCabins ? blanked(text, cabin.twoCabins.phrase) : text;
  const party = readParty(who, isAsked('passengers'));
  const said = party.length > 0 ? party : readAgesAlone(who, childrenWithoutAge(start.trip));
  let draft = refineParty(start, said, begins(start, trip));
  const brand = airlines.find(({ span }) => span.value.cabin)?.span.value.cabin;
  draft = refineCabin(draft, { ...cabin, wanted: cabin.wanted ?? brand ?? null });
  const named = airlines.map(({ at, span }) => ({ at, code: span.value.code }));
  if (!points) draft = refineAirlines(draft, readAirlines(text, named, isAsked('airline')));
  draft = refineFilters(dropFilters(draft, text), text, locale);
  const sort = points ? readComplaint(text) : hasOffers ? readSortOfShown(text) : readSort(text);
  return sort ? refine(draft, { sort }, 'sort') : draft;
}

/** How many children there are, if nobody has said how old they are. */
const childrenWithoutAge = ({ passengers: { children } }: Trip): number =>
  children.every((age) => age === usualAge) ? children.length : 0;

/** Whether a message is the first of its trip, or sets out another one. */
const begins = ({ stated }: Draft, before: Trip | null): boolean =>
  before === null ||
  (before.legs.every(({ origin, destination }) => origin && destination) &&
    stated.includes('origin') &&
    stated.includes('destination'));

const blanked = ({ text }: Passage, phrase: string): Passage =>
  passageOf(text.replace(phrase, ' '.repeat(phrase.length)));
