import { stopsOf } from '../domain/itinerary.ts';
import type { OfferLeg } from '../domain/offer.ts';
import type { FilterName, RankedOffer, Ranking } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import type { OfferTopic } from '../domain/understood.ts';
import type { Move } from './move.ts';
import { narrowing } from './narrowing.ts';
import { english } from './texts/en.ts';

const mostActions = 4;

/** Messages that make sense now and can be sent back as they are; none asks for what is already so. */
export function suggestActions(
  move: Move,
  trip: Trip | null,
  ranking: Ranking | null,
  /** Whether flights of some source are missing from the list, which another search may bring. */
  sourceMissing = false,
  /** What an answer is about. */
  about: readonly RankedOffer[] = [],
  /** Id of the offer that is chosen already. */
  chosen: string | null = null,
): string[] {
  const again = sourceMissing ? [searchAgain] : [];
  const isChosen = about.length === 1 && about[0]?.offer.id === chosen;
  const actions = actionsFor(move, trip, ranking, about).filter((action) => !isChosen || action !== takeIt);
  return distinct([...again, ...actions]).slice(0, mostActions);
}

/** What else is worth asking of a flight that something was just asked of. */
const questionsAbout = (asked: OfferTopic): string[] => [
  ...(asked === 'bags' ? [] : ['What about bags?']),
  ...(asked === 'refund' ? [] : ['Is it refundable?']),
  ...(asked === 'bags' || asked === 'refund' || asked === 'why' ? ['Is it still available?'] : []),
];

const whyThere = ([card]: readonly RankedOffer[], ranking: Ranking | null): string =>
  card && card !== ranking?.cards[0] ? 'Why is it not first?' : 'Why is it first?';

/** Chooses what was last talked about. */
export const takeIt = 'I’ll take it';

/** Asks the sources anew for the same trip. */
export const searchAgain = 'Search again';

function actionsFor(
  move: Move,
  trip: Trip | null,
  ranking: Ranking | null,
  about: readonly RankedOffer[],
): string[] {
  switch (move.kind) {
    case 'ask_which':
      return move.ambiguity.candidates.map(({ label }) => label);
    case 'ask_again':
      return [...move.unresolved.suggestions];
    case 'ask':
      return answersTo(move.slot);
    case 'problem':
      return problemActions(move.problem.kind);
    case 'search':
    case 'refine':
      return trip && ranking ? resultActions(trip, ranking) : [];
    case 'answer':
      return [
        ...questionsAbout(move.topic),
        ...(move.topic === 'why' ? [] : [whyThere(about, ranking)]),
        about.length > 0 ? takeIt : 'The first one',
      ];
    case 'choose':
      if (about.length === 0) return trip && ranking ? resultActions(trip, ranking) : [];
      return ['Is it still available?', 'What about bags?', 'Is it refundable?', 'Start over'];
    case 'check':
      return ['What about bags?', 'Is it refundable?', 'Start over'];
    case 'talk':
      if (move.about === 'booking_later') return ['What about bags?', 'Start over'];
      if (ranking && trip) return resultActions(trip, ranking);
      if (trip && move.about !== 'start_over') return ['Help', 'Start over'];
      return [
        'Boston to Lisbon next Friday, back the Sunday after',
        'Paris to Tokyo on the first Monday of next month',
      ];
  }
}

function answersTo(slot: Extract<Move, { kind: 'ask' }>['slot']): string[] {
  switch (slot) {
    case 'departure_date':
      return ['Tomorrow', 'Next Friday', 'In two weeks'];
    case 'return_date':
      return ['A week later', 'One way'];
    case 'passengers':
      return ['Just me', 'Two adults'];
    case 'cabin':
      return ['Economy class', 'Business class'];
    case 'airline':
      return ['Any airline'];
    case 'confirm':
      return ['Yes', 'No'];
    case 'origin':
    case 'destination':
      return [];
  }
}

const problemActions = (kind: Extract<Move, { kind: 'problem' }>['problem']['kind']): string[] =>
  kind === 'past_date' || kind === 'too_far_ahead' ? ['Tomorrow', 'Next Friday', 'In two weeks'] : [];

/** For an empty list what to give up; for cards the wishes that narrow without emptying. */
function resultActions(trip: Trip, { cards, relaxations }: Ranking): string[] {
  if (cards.length === 0) {
    const [relaxation] = relaxations;
    const names: FilterName[] = relaxation ? [relaxation.filter, ...relaxation.also] : narrowing(trip);
    const cabin = trip.cabin === null || trip.cabin === 'economy' ? [] : [english.dropFilter.cabin];
    return [...names.map((name) => english.dropFilter[name]), 'A day earlier', 'A day later', ...cabin];
  }
  const actions: string[] = [];
  let nonstop = 0;
  for (const { offer } of cards) if (offer.legs.every(isNonstop)) nonstop += 1;
  if (trip.filters.maxStops !== 0 && nonstop > 0 && nonstop < cards.length) actions.push('Only nonstop');
  if (cards.length > 1) actions.push('Compare the first two');
  actions.push('What about bags?');
  if (trip.legs[0]?.departure?.earliest === trip.legs[0]?.departure?.latest) actions.push('A day later');
  if (trip.cabin === null || trip.cabin === 'economy') actions.push('Business class');
  return actions;
}

const isNonstop = (leg: OfferLeg): boolean => stopsOf(leg) === 0;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
