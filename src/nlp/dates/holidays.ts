import { dayNumber, onOrAfter, partsOf, windowOf } from './calendar.ts';
import type { DateRule } from './reading.ts';
import { yearNamed, yearOf } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

/** The day number that a holiday has in a year. */
type DayIn = (year: number) => number;

const fixed =
  (month: number, day: number): DayIn =>
  (year) =>
    dayNumber(year, month, day) ?? 0;

/** The nth such weekday of a month; 0 is Monday. */
const nth =
  (count: number, weekday: number, month: number): DayIn =>
  (year) =>
    onOrAfter(dayNumber(year, month, 1) ?? 0, weekday) + 7 * (count - 1);

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
const easter: DayIn = (year) => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1) ?? 0;
};
const besideEaster =
  (days: number): DayIn =>
  (year) =>
    easter(year) + days;

/** Longer names come before those that they begin or end with. */
const holidays: readonly (readonly [names: string, dayIn: DayIn])[] = [
  ['christmas eve', fixed(12, 24)],
  ['(?:christmas|xmas)(?: day)?(?! (?:eve|market))', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new year'?s eve|nye", fixed(12, 31)],
  ["(?<!\\bhappy )new year(?:'?s)?(?: day)?(?! eve)", fixed(1, 1)],
  ["valentine'?s(?: day)?", fixed(2, 14)],
  ['halloween', fixed(10, 31)],
  ['(?:fourth|4th) of july', fixed(7, 4)],
  ['thanksgiving(?: day)?', nth(4, 3, 11)],
  ['labor day', nth(1, 0, 9)],
  ['good friday', besideEaster(-2)],
  ['easter monday', besideEaster(1)],
  ['easter(?: sunday)?(?! (?:monday|island))', easter],
];

/** Days that have a name, and those before and after them; the next that comes. */
export const holidayRules: readonly DateRule[] = holidays.map(([names, dayIn]) => ({
  pattern: new Pattern(
    `\\b(?:(?:on )?the day (after|before) )?(?:${names})\\b(?:,? (?:of |in )?${yearNamed})?`,
    'g',
  ),
  read([, beside, said], present) {
    const shift = beside === undefined ? 0 : beside === 'after' ? 1 : -1;
    const { year } = partsOf(present.today);
    const named = yearOf(said, year);
    if (named !== null) return windowOf(dayIn(named) + shift, dayIn(named) + shift, null, present);
    const [soon, later] = [dayIn(year) + shift, dayIn(year + 1) + shift];
    const found = soon >= present.today ? soon : later;
    return windowOf(found, found, 'year', present);
  },
}));
