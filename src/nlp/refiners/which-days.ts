import { departureDays, weekdaysOfWindow, windowOfDays } from '../../domain/departure-days.ts';
import type { DepartureWindow, Trip } from '../../domain/trip.ts';
import { weekdaysOnly } from '../dates/calendar.ts';
import type { DateReading, WhichDaysReading } from '../dates/reading.ts';
import { refine, type Draft } from '../draft.ts';
import type { Placed } from '../message.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

type Dates = readonly Placed<DateReading>[];
type IsMeant = WhichDaysReading['isMeant'];

const anyDay = new Pattern(/\b(?:any|whichever|whatever|every) (?:other )?day\b/);
/** A window in which every day of the week comes. */
const wholeWeek = 7;

/**
 * Of the days that stand open those that the message says are meant: "only on weekdays", "not on a Monday", "a weekend". A rule for days of
 * the week that was given stays when the days move on to another month.
 */
export function refineWhichDays(draft: Draft, before: Trip, dates: Dates, wishes: Passage): Draft {
  const { trip } = draft;
  const rules = dates.flatMap(({ span: { value } }) => (value.kind === 'which_days' ? [value.isMeant] : []));
  const begins = dates.flatMap(({ span: { value } }) =>
    value.kind === 'stay' && value.weekdays ? [weekdaysOnly(value.weekdays)] : [],
  );
  const lifted = anyDay.test(wishes);
  const legs = trip.legs.map((leg, index) => {
    const old = before.legs[index]?.departure;
    if (!leg.departure) return leg;
    const kept = lifted || old === leg.departure ? [] : keptRule(old, leg.departure);
    const ofLeg = [...rules, ...(index === 0 ? begins : []), ...(rules.length > 0 ? [] : kept)];
    const departure = ofLeg.reduce(onlyMeant, leg.departure);
    return departure === leg.departure ? leg : { ...leg, departure };
  });
  const isKept =
    rules.length > 0 && legs[0]?.departure && rules.every((isMeant) => !leavesOpen({ legs }, isMeant));
  return isKept || legs.some((leg, index) => leg !== trip.legs[index])
    ? refine(draft, { legs }, 'departure_date')
    : draft;
}

function onlyMeant(window: DepartureWindow, isMeant: IsMeant): DepartureWindow {
  const days = departureDays(window);
  const meant = days.filter(isMeant);
  return meant.length === 0 || meant.length === days.length ? window : windowOfDays(meant, window);
}

function keptRule(old: DepartureWindow | null | undefined, window: DepartureWindow): IsMeant[] {
  const weekdays = old ? weekdaysOfWindow(old) : null;
  return weekdays && !window.days && departureDays(window).length > wholeWeek ? [weekdaysOnly(weekdays)] : [];
}

/** Whether a day stands open that was said not to be meant, or none stands yet. */
export const leavesOpen = ({ legs }: Pick<Trip, 'legs'>, isMeant: IsMeant): boolean =>
  !legs[0]?.departure || legs.some(({ departure }) => departure && !departureDays(departure).every(isMeant));
