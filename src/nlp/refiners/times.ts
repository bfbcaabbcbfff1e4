import { readLatestArrival } from '../../domain/latest-arrival.ts';
import type { DepartureWindow, Leg, TripFilters } from '../../domain/trip.ts';
import type { DateReading, TimeReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Message, Placed } from '../message.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { atAnyTime } from './date-windows.ts';
import { arrivalAt } from '../parsers/date-roles.ts';
import { Pattern } from '../patterns/pattern.ts';
import { isOfWayBack, legOfTime } from './leg-of-time.ts';

const anyTime = new Pattern(
  /\bany ?time(?: of (?:the )?day)?(?: is| works| will| would)?(?: be)?(?: fine| ok| okay| good| do)?\b|\b(?:departure |flight )?times? (?:doesn't|does not|don't) matter|\b(?:don't|do not) (?:care|mind) (?:about |what |which )(?:the )?(?:departure )?time|\b(?:drop|remove|forget|ignore|skip|lose)(?: about)? the (?:departure |arrival |landing )?times?\b/,
);

const anyArrival = new Pattern(
  /\bany (?:arrival|landing) times?\b|\b(?:arrival|landing) times? (?:doesn't|does not|don't|do not) matter\b|\b(?:don't|do not) (?:care|mind) when (?:i|we) (?:arrive|land|get there)\b/,
);

/** Sets times of day: of leaving, of the way back, or the latest to arrive. A time is kept with its day, so it waits for one. */
export function refineTimes(draft: Draft, message: Pick<Message, 'dates' | 'places' | 'wishes'>): Draft {
  const { dates, wishes } = message;
  let refined = draft;
  for (const { at, span } of dates) {
    if (span.value.kind !== 'time') continue;
    const { from, to, point, refused } = span.value;
    // Another day has times of its own.
    const said = { from, to, isAlso: isAlso(wishes, at) && !dates.some(isDay) };
    const landing = arrivalOf(wishes, at, span.value, span.text);
    const arrival = landing === 'there' && isOfWayBack(at, message) ? 'home' : landing;
    const by = point ?? to;
    const { tripType, legs } = refined.trip;
    if (arrival === 'home' && by !== null && tripType === 'round_trip')
      refined = setArrival(refined, { returnArriveBy: clock(by) });
    else if (arrival === 'home' && by !== null && tripType === 'multi_city')
      // The way back has to leave before, at least.
      refined = setTime(refined, legs.length - 1, { ...said, from: null, to: by });
    else if (arrival !== null)
      refined = setArrival(
        refined,
        besideKnownArrival(refined.trip.filters, point === null ? from : null, by),
      );
    else {
      const leg = legOfTime(at, message, refined.trip);
      refined = setTime(refined, leg, said);
      const isRefused = refused && leg === 0 && tripType === 'round_trip' && !dates.some(isDay);
      if (isForBoth(wishes, at) && tripType === 'round_trip') refined = setTime(refined, 1 - leg, said);
      else if (isRefused) refined = setTime(refined, 1, said);
    }
  }
  if (refined !== draft) return refined;
  if (anyArrival.test(wishes)) return setArrival(draft, atAnyArrival);
  return anyTime.test(wishes) ? clearTimes(draft) : draft;
}

const isDay = ({ span }: Placed<DateReading>): boolean =>
  span.value.kind === 'window' || span.value.kind === 'range';

const occasion =
  '(?:meeting|appointment|interview|wedding|conference|presentation|ceremony|funeral|concert|exam|workshop|cruise)';
const occasionBefore = new Pattern(
  `(?<!\\bafter (?:my |the |our |an? )?)\\b${occasion}(?: (?:in|at|on|is|there|starts?|starting|begins?|\ue000|\ue001)){0,5} $`,
);
const occasionBehind = new Pattern(`^ ${occasion}\\b`);
const homeBefore = new Pattern(
  /(?<!\b(?:leav(?:e|ing)|depart(?:ing)?|from|fly(?:ing)?|go(?:ing)?|head(?:ing)?|return(?:ing)?) (?:my |back )?)\bhome (?:again )?$|(?:^|[,;.] |\band )back $/,
);
const homeBy = /^(?:by|before|no later than|not later than)\b/;

/** What a time of day is one to have arrived by or after, which the occasion for a journey is as well: "a meeting in ◆ at 2pm". */
function arrivalOf(
  wishes: Passage,
  at: number,
  { point }: TimeReading,
  said: string,
): ReturnType<typeof arrivalAt> {
  const lead = partOf(wishes, Math.max(0, at - 50), at);
  if (homeBefore.test(lead) && homeBy.test(said)) return 'home';
  const isOccasion = occasionBefore.test(lead) || occasionBehind.test(partOf(wishes, at + 1, at + 15));
  return point !== null && isOccasion ? 'there' : arrivalAt(wishes, at);
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const setArrival = (draft: Draft, arrival: Partial<TripFilters>): Draft =>
  refine(draft, { filters: { ...draft.trip.filters, ...arrival } }, 'arrive_by');

/** "Arrive after 9" leaves a limit in the evening as it is, and takes the place of one before 9. */
function besideKnownArrival(
  known: TripFilters,
  from: number | null,
  to: number | null,
): Pick<TripFilters, 'arriveAfter' | 'arriveBy'> {
  const [arriveAfter, arriveBy] = [from, to].map((minute) => (minute === null ? null : clock(minute)));
  if (arriveAfter && arriveBy) return { arriveAfter, arriveBy };
  if (arriveAfter)
    return {
      arriveAfter,
      arriveBy:
        known.arriveBy && readLatestArrival(known.arriveBy).time > arriveAfter ? known.arriveBy : null,
    };
  return {
    arriveBy: arriveBy ?? null,
    arriveAfter: known.arriveAfter && arriveBy && known.arriveAfter < arriveBy ? known.arriveAfter : null,
  };
}

/** A time of day in minutes, open where null; `isAlso` where it comes beside what was said before: "the evening is fine too". */
interface TimeSaid {
  readonly from: number | null;
  readonly to: number | null;
  readonly isAlso: boolean;
}

function setTime(draft: Draft, leg: number, said: TimeSaid): Draft {
  const departure = draft.trip.legs[leg]?.departure;
  const part = leg === 0 ? 'departure_time' : 'return_time';
  if (!departure) return draft;
  const { from, to } = besideKnown(departure, said);
  const timed: DepartureWindow = {
    ...departure,
    timeFrom: from === null ? null : clock(from),
    timeTo: to === null ? null : clock(to),
  };
  return refine(draft, { legs: withDeparture(draft.trip.legs, leg, timed) }, part);
}

/** A limit for one end leaves at least so much to the one that is known for the other; with less it takes its place. */
const leastMinutes = 120;

/**
 * "Not before 8" leaves a limit in the evening as it is, where hours lie between them. What is as welcome as what was said is added to it,
 * with all that lies between.
 */
function besideKnown(
  known: DepartureWindow,
  { from, to, isAlso: isAdded }: TimeSaid,
): Omit<TimeSaid, 'isAlso'> {
  const [knownFrom, knownTo] = [minuteOf(known.timeFrom), minuteOf(known.timeTo)];
  if (isAdded && (knownFrom !== null || knownTo !== null))
    return {
      from: knownFrom === null || from === null ? null : Math.min(knownFrom, from),
      to: knownTo === null || to === null ? null : Math.max(knownTo, to),
    };
  if (to === null && from !== null && knownTo !== null && knownTo - from >= leastMinutes)
    return { from, to: knownTo };
  if (from === null && to !== null && knownFrom !== null && to - knownFrom >= leastMinutes)
    return { from: knownFrom, to };
  return { from, to };
}

const minuteOf = (time: string | null): number | null =>
  time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const alsoBehind = new Pattern(
  /^(?: (?:is|are|would be|will be|works?|would work|flights?|departures?|sounds?)){0,2}(?: (?:ok|okay|fine|good|possible|alright|all right|acceptable|great))?(?: with me| for me)? (?:too|also|as well)\b/,
);
const alsoBefore = /\b(?:also|as well as)(?: (?:in|at|the|try|include))*$/;

/** Whether what stands at a mark comes beside what was said before. */
const isAlso = (wishes: Passage, at: number): boolean =>
  alsoBehind.test(partOf(wishes, at + 1, at + 60)) || alsoBefore.test(wishes.text.slice(0, at).trimEnd());

const bothBefore = new Pattern(
  /\b(?:both|each)(?: (?:ways?|flights?|legs?|times|directions?|days))?(?: (?:to be|should be|leaving|departing|flying|at|in|an?|the|of them)){0,4} $/,
);
const bothBehind = new Pattern(
  /^(?: (?:flights?|departures?|please))?,? (?:(?:for|on|in) )?(?:both|each) (?:ways?|flights?|legs?|times|directions?|days)\b|^(?: flights?)? both\b/,
);

/** Whether the time at a mark is one of the way out and of the way back alike: "both in the morning", "an evening flight each way". */
const isForBoth = (wishes: Passage, at: number): boolean =>
  bothBefore.test(partOf(wishes, Math.max(0, at - 60), at)) ||
  bothBehind.test(partOf(wishes, at + 1, at + 40));

const withDeparture = (legs: readonly Leg[], at: number, departure: DepartureWindow): readonly Leg[] =>
  legs.map((leg, index) => (index === at ? { ...leg, departure } : leg));

const atAnyArrival = { arriveBy: null, arriveAfter: null, returnArriveBy: null };

function clearTimes(draft: Draft): Draft {
  const legs = atAnyTime(draft.trip.legs);
  return refine(draft, { legs, filters: { ...draft.trip.filters, ...atAnyArrival } }, 'departure_time');
}
