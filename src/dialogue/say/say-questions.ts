import { farthestDays } from '../../domain/departure-days.ts';
import { emptyLeg, type Leg, type Trip } from '../../domain/trip.ts';
import type { Ambiguity, Unresolved } from '../../domain/understood.ts';
import { spokenName } from '../../domain/place.ts';
import type { Slot } from '../../domain/trip.ts';
import type { Formats } from '../format.ts';
import { mostSeats, type TripProblem } from '../trip-problems.ts';
import { english } from '../texts/en.ts';
import { describeParty, describeStay, describeWindow } from './describe-trip.ts';

/** The question for what is missing, after a word on what is known already. */
export function sayAsk(slot: Slot, trip: Trip, formats: Formats, roughly = false): string {
  const known = knownSoFar(trip, formats);
  const question = roughly ? english.leaveRoughly : questionFor(slot, trip);
  return known === '' ? question : `${known}. ${question}`;
}

/** Of several flights, the one whose day is missing is named: the days of the others are known. */
function questionFor(slot: Slot, { legs, tripType }: Trip): string {
  const undated = legs.find(({ departure }) => !departure);
  const isLater = tripType === 'multi_city' && undated !== legs[0];
  return slot === 'departure_date' && isLater && undated?.origin
    ? english.leavePlace(spokenName(undated.origin))
    : english.asks[slot];
}

function knownSoFar({ legs, tripType, passengers, stayNights }: Trip, formats: Formats): string {
  const [out = emptyLeg, back] = legs;
  const flights = tripType === 'multi_city' ? legs : [out];
  const parts = [
    flights
      .map((leg) => describeFlight(leg, formats))
      .filter(Boolean)
      .map((flight, index) => (index === 0 ? flight : lowerFirst(flight)))
      .join('; then '),
    tripType !== 'multi_city' && back?.departure ? `back ${describeWindow(back.departure, formats)}` : '',
    stayNights && !back?.departure ? describeStay(stayNights) : '',
    describeParty(passengers),
  ].filter(Boolean);
  return parts.join(', ');
}

/** "Boston to Lisbon, Friday, December 4, 2026", as far as it is known. */
function describeFlight({ origin, destination, departure }: Leg, formats: Formats): string {
  const route =
    origin && destination
      ? `${spokenName(origin)} to ${spokenName(destination)}`
      : origin
        ? `From ${spokenName(origin)}`
        : destination
          ? `To ${spokenName(destination)}`
          : '';
  return [route, departure ? describeWindow(departure, formats) : ''].filter(Boolean).join(', ');
}

/** Only the words of ours: names keep their letters. */
const lowerFirst = (flight: string): string => flight.replace(/^(?:From|To) /, (word) => word.toLowerCase());

export function sayWhich({ phrase, candidates, alternatives }: Ambiguity, formats: Formats): string {
  const choice = formats.either(candidates.map(({ label }) => label));
  if (alternatives) return `I look for one of them at a time. Which shall it be first: ${choice}?`;
  return `There is more than one “${phrase.trim()}”. Do you mean ${choice}?`;
}

export function sayAgain({ kind, phrase, slot, suggestions }: Unresolved, formats: Formats): string {
  const said = `“${phrase.trim()}”`;
  if (kind === 'limit')
    return `One booking holds at most ${mostSeats} seats, and this is ${phrase.trim()}. How many of you should I look for?`;
  if (kind === 'no_such_day') return `There is no ${phrase.trim()}. Which day would you like instead?`;
  if (kind === 'weekday_differs')
    return `The weekday and the date in ${said} are two different days. Do you mean ${formats.either(suggestions)}?`;
  if (kind === 'refused_time')
    return `I can search for days and times, but not for all except ${said}. Which would suit you?`;
  if (kind === 'two_cabins')
    return `I look for one cabin for the whole trip and everyone on it, so I cannot search for ${said}. Which shall it be: ${formats.either(suggestions)}?`;
  if (kind === 'refused_cabin')
    return `I can look in any one cabin, but not in all except ${phrase.trim()}. Which shall it be: ${formats.either(suggestions)}?`;
  if (kind === 'which_filter')
    return `There is more than one filter. Say which to drop: ${formats.either(suggestions.map((words) => `“${words}”`))}.`;
  if (slot === 'airline') return `I do not know an airline called ${said}. Which one do you mean?`;
  const to = slot === 'origin' ? 'leave from' : slot === 'confirm' ? 'change planes in' : 'fly to';
  if (kind === 'area')
    return `${said} has several places to ${to}. Which city: ${formats.either(suggestions)}?`;
  const help =
    suggestions.length > 0 ? `Did you mean ${formats.either(suggestions)}?` : 'Which city or airport is it?';
  return `I do not know a place called ${said} to ${to}. ${help}`;
}

export function sayProblem(problem: TripProblem, formats: Formats): string {
  switch (problem.kind) {
    case 'past_date':
      return `${formats.date(problem.date)} has already passed. Which day would you like instead?`;
    case 'too_far_ahead':
      return `${formats.date(problem.date)} is too far ahead: airlines sell about ${farthestDays} days in advance. Which earlier day would suit you?`;
    case 'wrong_order':
      return `The way back on ${formats.date(problem.earlier)} would be before the way out on ${formats.date(problem.later)}. Which day would you like to come back?`;
    case 'same_place':
      return `The trip would start and end in ${problem.name}. Where would you like to fly to?`;
    case 'too_many_seats':
      return `One booking holds at most ${mostSeats} seats, and this is ${problem.seats}. How many of you should I look for?`;
    case 'no_adult':
      return 'A child cannot be booked without an adult here. How many adults travel along?';
    case 'too_many_infants':
      return `Each infant sits on the lap of an adult: ${problem.infants} infants need as many adults, and there ${problem.adults === 1 ? 'is' : 'are'} ${problem.adults}. How many of you are travelling?`;
  }
}
