import type { ChatAnswer } from '../../src/contract/chat.ts';
import { factsOf, type Facts } from './facts.ts';

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Whole names and their first three letters. */
const short = (names: readonly string[]): string =>
  names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const placeOf = (name: string, names: readonly string[]): number =>
  names.findIndex((whole) => whole.startsWith(name)) + 1;
const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
/** The longest booking horizon and the seats of one booking: rules of the trade, not facts of an offer. */
const rulesOfTheTrade: ReadonlySet<number> = new Set([361, 9]);
const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3 };

interface Kind {
  readonly pattern: RegExp;
  readonly holds: (match: RegExpExecArray, facts: Facts) => boolean;
}

/** Numbers as English replies write them, most telling first; what one kind has read the next does not see. */
const kinds: readonly Kind[] = [
  {
    pattern: /([$€£¥]|\b[A-Z]{3}\s)([\d,]+(?:\.\d\d)?)/gu,
    holds: ([, sign = '', amount = ''], { money }) =>
      money.has(`${signs[sign] ?? sign.trim()} ${Math.round(Number(amount.replaceAll(',', '')) * 100)}`),
  },
  {
    pattern: /(\d{1,2}):(\d\d) (AM|PM)/gu,
    holds: ([, hour = '', minute = '', half], { times }) => {
      const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
      return times.has(`${String(hours).padStart(2, '0')}:${minute}`);
    },
  },
  {
    pattern: new RegExp(`(?:(${short(weekdays)}), )?(${short(months)}) (\\d{1,2})(?:, (\\d{4}))?`, 'gu'),
    holds: ([, weekday, month = '', day = '', year], { days }) =>
      [...days].some((iso) => {
        const date = Temporal.PlainDate.from(iso);
        return (
          date.month === placeOf(month, months) &&
          date.day === Number(day) &&
          (year === undefined || date.year === Number(year)) &&
          (weekday === undefined || date.dayOfWeek === placeOf(weekday, weekdays))
        );
      }),
  },
  {
    pattern: /(?:(\d+) h)?(?: ?(\d+) min)?(?<=h|min)(?!\w)/gu,
    holds: ([, hours = '0', rest = '0'], { minutes }) => minutes.has(Number(hours) * 60 + Number(rest)),
  },
  {
    pattern: /\b([A-Z][A-Z\d]|\d[A-Z]) (\d{1,4})\b/gu,
    holds: ([, carrier = '', number = ''], { flights }) => flights.has(`${carrier} ${number}`),
  },
  { pattern: /(\d+) %/gu, holds: ([, percent], { percents }) => percents.has(Number(percent)) },
  { pattern: /\([+−](\d)\)/gu, holds: ([, days], { counts }) => counts.has(Number(days)) },
  {
    pattern:
      /\bnumbers? \d+(?:(?:, and |, | and )\d+(?: more)?)*|\b\d+(?= flights? leaves? | more\.)|\b(?:the other|none of the) \d+/giu,
    holds: ([words = ''], { places }) => numbersIn(words).every((place) => place >= 1 && place <= places),
  },
  {
    pattern: /[\d,]*\d/gu,
    holds: ([count = ''], { counts }) => isCount(Number(count.replaceAll(',', '')), counts),
  },
  {
    pattern: /\b(one|two|three) (?:flights?|on the list|fare)\b/gu,
    holds: ([, word = ''], { counts }) => isCount(words[word] ?? Number.NaN, counts),
  },
];

const isCount = (count: number, counts: ReadonlySet<number>): boolean =>
  counts.has(count) || rulesOfTheTrade.has(count);

/** Every number of a reply that its data does not hold, as written; what stands in quotes is what the traveller said. */
export function ungrounded(reply: string, answer: ChatAnswer, said = ''): string[] {
  const facts = factsOf(answer);
  const known = { ...facts, counts: new Set([...facts.counts, ...numbersIn(said)]) };
  const invented: string[] = [];
  let rest = reply.replaceAll(/“[^”]*”/gu, '“”');
  for (const { pattern, holds } of kinds)
    rest = rest.replaceAll(pattern, (...found: unknown[]) => {
      const match = found.slice(0, -2) as unknown as RegExpExecArray;
      if (match[0] !== '' && !holds(match, known)) invented.push(match[0]);
      return '·'.repeat(match[0].length);
    });
  return invented;
}

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/gu)].map(([number]) => Number(number));
