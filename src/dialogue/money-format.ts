import { currencyDigits, type Money } from '../domain/money.ts';
import { plainSpaces } from './plain-spaces.ts';

/**
 * Writes amounts of one currency as Intl does in a locale (BCP 47), without decimals where they are all zero. Intl takes a microsecond
 * for each, and every answer has a dozen or two: so the locale's pattern is learnt from Intl once, and used where it writes the same.
 */
export function makeMoneyFormat(locale: string, currency: string): (amount: Money) => string {
  const unit = 10 ** currencyDigits(currency);
  const style = { style: 'currency', currency } as const;
  const writeWhole = makeWriter(new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 }), 1);
  const writeExact = makeWriter(new Intl.NumberFormat(locale, style), unit);
  return ({ minor }) => (minor % unit === 0 ? writeWhole(minor / unit) : writeExact(minor));
}

/** Wholes that a pattern is tried on: it is the same for all below a million if it is for these. */
const tries = [
  0, 7, 10, 99, 100, 999, 1000, 1009, 1099, 1234, 9999, 10_000, 12_345, 100_000, 123_456, 999_999,
];
const wholeBelow = 1_000_000;
/** The most units in a whole one for which every ending is remembered. */
const mostEndings = 1000;

/** Writes counts of units, of which `unit` make a whole one. */
function makeWriter(intl: Intl.NumberFormat, unit: number): (count: number) => string {
  const slowly = (count: number) => plainSpaces(intl.format(count / unit));
  if (unit > mostEndings) return slowly;
  const { before, group, endings } = patternOf(intl, unit);
  const quickly = (count: number) => {
    const whole = Math.floor(count / unit);
    const ending = endings[count - whole * unit] ?? '';
    if (whole < 1000) return `${before}${whole}${ending}`;
    const thousands = Math.floor(whole / 1000);
    return `${before}${thousands}${group}${padded(whole - thousands * 1000, 3)}${ending}`;
  };
  const same = tries.every((whole) =>
    [0, 1, unit >> 1, unit - 1].every((more) => {
      const count = whole * unit + (more % unit);
      return quickly(count) === slowly(count);
    }),
  );
  if (!same) return slowly;
  return (count) => (count >= 0 && count < wholeBelow * unit ? quickly(count) : slowly(count));
}

/** What a locale writes before the number, between its thousands, and after the whole units, for every number of smaller ones. */
function patternOf(intl: Intl.NumberFormat, unit: number) {
  const parts = intl.formatToParts(123_456);
  const first = parts.findIndex(({ type }) => type === 'integer');
  const last = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction');
  const text = (some: typeof parts) => plainSpaces(some.map(({ value }) => value).join(''));
  const typed = (wanted: string) => text(parts.filter(({ type }) => type === wanted).slice(0, 1));
  const after = text(parts.slice(last + 1));
  const digits = String(unit).length - 1;
  return {
    before: text(parts.slice(0, first)),
    group: typed('group'),
    endings: Array.from({ length: unit }, (_, rest) =>
      digits === 0 ? after : `${typed('decimal')}${padded(rest, digits)}${after}`,
    ),
  };
}

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');
