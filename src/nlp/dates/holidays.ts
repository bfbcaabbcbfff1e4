import { dayOfIsoDate } from '../../domain/zoned-minute.ts';
import { dayNumber, lastOfMonth, onOrAfter, partsOf, windowOf } from './calendar.ts';
import { weekendOf } from './periods.ts';
import type { DateRule } from './reading.ts';
import { yearNamed, yearOf } from './vocabulary.ts';
import { Pattern } from '../patterns/pattern.ts';

/** The day number that a holiday has in a year; null where it is not known. */
type DayIn = (year: number) => number | null;

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
const easter = (year: number): number => {
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

/** The Saturday after September 15. */
const oktoberfest: DayIn = (year) => onOrAfter((dayNumber(year, 9, 15) ?? 0) + 1, 5);

/** The last such weekday of a month; 0 is Monday. */
const lastOf =
  (weekday: number, month: number): DayIn =>
  (year) => {
    const last = lastOfMonth(year, month);
    return onOrAfter(last - 6, weekday);
  };

/** Feasts of other calendars, from 2026 on; later years are not known. */
const listed =
  (...dates: readonly string[]): DayIn =>
  (year) => {
    const date = dates.find((each) => each.startsWith(String(year)));
    return date === undefined ? null : dayOfIsoDate(date);
  };

interface Holiday {
  readonly names: string;
  readonly dayIn: DayIn;
  /** Of a feast that lasts, from its first day on. */
  readonly days?: number;
}

/** Longer names come before those that they begin or end with. */
const holidays: readonly Holiday[] = [
  { names: '(?:christmas|xmas|x-mas) eve', dayIn: fixed(12, 24) },
  { names: '(?:christmas|xmas|x-mas)(?: day)?(?! (?:eve|market))', dayIn: fixed(12, 25) },
  { names: 'boxing day', dayIn: fixed(12, 26) },
  { names: "new year'?s eve|nye", dayIn: fixed(12, 31) },
  {
    names: "(?:chinese|lunar) new year(?:'?s)?(?: day)?|cny",
    dayIn: listed('2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'),
  },
  { names: "(?<!\\b(?:happy|chinese|lunar) )new year(?:'?s)?(?: day)?(?! eve)", dayIn: fixed(1, 1) },
  { names: 'epiphany|three kings(?: day)?', dayIn: fixed(1, 6) },
  { names: "(?:mlk|martin luther king)(?:,? jr\\.?)?(?:'s)?(?: day|(?= weekend))", dayIn: nth(3, 0, 1) },
  { names: 'australia day', dayIn: fixed(1, 26) },
  { names: '(?:the )?super ?bowl(?: sunday)?', dayIn: nth(2, 6, 2) },
  { names: "valentine'?s(?: day)?", dayIn: fixed(2, 14) },
  { names: "presidents?(?:'s?)?'? day", dayIn: nth(3, 0, 2) },
  { names: "(?:st\\.?|saint) patrick'?s(?: day)?|paddy'?s day", dayIn: fixed(3, 17) },
  { names: 'mardi gras|shrove tuesday|fat tuesday|pancake day', dayIn: besideEaster(-47) },
  { names: 'ash wednesday', dayIn: besideEaster(-46) },
  { names: 'palm sunday', dayIn: besideEaster(-7) },
  { names: 'maundy thursday', dayIn: besideEaster(-3) },
  { names: 'good friday', dayIn: besideEaster(-2) },
  { names: 'easter monday', dayIn: besideEaster(1) },
  { names: 'easter(?: sunday)?(?! (?:monday|island))', dayIn: easter },
  { names: 'songkran', dayIn: fixed(4, 13), days: 3 },
  { names: 'anzac day', dayIn: fixed(4, 25) },
  { names: "king'?s day", dayIn: fixed(4, 27) },
  { names: 'golden week', dayIn: fixed(4, 29), days: 7 },
  { names: '(?:early )?may (?:day )?bank holiday|may day', dayIn: nth(1, 0, 5) },
  { names: 'cinco de mayo', dayIn: fixed(5, 5) },
  { names: "mother'?s day", dayIn: nth(2, 6, 5) },
  { names: 'ascension(?: day)?(?! island)', dayIn: besideEaster(39) },
  { names: 'whit sunday|pentecost(?: sunday)?', dayIn: besideEaster(49) },
  { names: 'whit monday|pentecost monday', dayIn: besideEaster(50) },
  { names: 'memorial day|(?:spring|late may) bank holiday', dayIn: lastOf(0, 5) },
  { names: "father'?s day", dayIn: nth(3, 6, 6) },
  { names: 'juneteenth', dayIn: fixed(6, 19) },
  { names: 'canada day', dayIn: fixed(7, 1) },
  { names: '(?:fourth|4th) of july', dayIn: fixed(7, 4) },
  { names: 'bastille day', dayIn: fixed(7, 14) },
  { names: '(?:late )?(?:august|summer) bank holiday', dayIn: lastOf(0, 8) },
  { names: 'labor day', dayIn: nth(1, 0, 9) },
  { names: '(?:the )?oktoberfest', dayIn: oktoberfest, days: 16 },
  { names: "(?:columbus|indigenous peoples?'?s?'?) day", dayIn: nth(2, 0, 10) },
  {
    names: 'diwali|deepavali',
    dayIn: listed('2026-11-08', '2027-10-29', '2028-10-17', '2029-11-05', '2030-10-26'),
  },
  { names: 'halloween', dayIn: fixed(10, 31) },
  { names: "all saints'?(?: day)?", dayIn: fixed(11, 1) },
  { names: 'guy fawkes(?: night)?|bonfire night', dayIn: fixed(11, 5) },
  { names: "veterans?'?s? day|remembrance day|armistice day", dayIn: fixed(11, 11) },
  { names: 'thanksgiving(?: day)?', dayIn: nth(4, 3, 11) },
  { names: 'black friday', dayIn: (year) => (nth(4, 3, 11)(year) ?? 0) + 1 },
  {
    names: 'hanukkah|chanukah',
    dayIn: listed('2026-12-04', '2027-12-24', '2028-12-12', '2029-12-01', '2030-12-20'),
    days: 8,
  },
];

/** Days that have a name, those before and after them, and their weekends; the next that comes. */
export const holidayRules: readonly DateRule[] = holidays.map(({ names, dayIn, days = 1 }) => ({
  pattern: new Pattern(
    `\\b(?:(?:on )?(?:the )?day (after|before) )?(?:${names})(?![a-z])( weekend)?(?:,? (?:of |in )?${yearNamed})?`,
    'g',
  ),
  read([, beside, weekend, said], present) {
    const shift = beside === undefined ? 0 : beside === 'after' ? 1 : -1;
    const { year } = partsOf(present.today);
    const named = yearOf(said, year);
    const firstIn = (of: number) => {
      const day = dayIn(of);
      return day === null ? null : day + shift;
    };
    const soon = firstIn(named ?? year);
    const isOver = named === null && (soon ?? 0) + days <= present.today;
    const first = isOver ? firstIn(year + 1) : soon;
    if (first === null) return null;
    if (weekend !== undefined) return weekendOf(first, present);
    const window = windowOf(first, first + days - 1, named === null ? 'year' : null, present);
    return days === 1 ? { ...window, anchors: true } : window;
  },
}));
