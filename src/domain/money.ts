/** An amount of one currency, counted in its smallest unit (cents for EUR, yen for JPY), so sums are exact. */
export interface Money {
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has (ISO 4217, as ECMA-402 carries it). Throws RangeError on a malformed code. */
export function currencyDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

export const money = (minor: number, currency: string): Money => ({ minor, currency });

/**
 * Reads a decimal string such as "412.30". More decimals than the currency has are rounded half away from zero.
 * Answers null where the text is not a plain decimal number or the currency is not three letters.
 */
export function parseMoney(amount: string, currency: string): Money | null {
  const text = amount.trim();
  const negative = text.startsWith('-');
  const start = negative ? 1 : 0;
  const point = skipDigits(text, start);
  if (point === start || point - start > mostWholeDigits || !isCurrencyCode(currency)) return null;
  const fraction = point + 1;
  const end = point === text.length ? fraction : skipDigits(text, fraction);
  if (point < text.length && (text[point] !== '.' || end === fraction || end < text.length)) return null;

  const digits = currencyDigits(currency);
  let kept = 0;
  for (let index = fraction; index < fraction + digits; index += 1)
    kept = kept * 10 + (index < end ? digitAt(text, index) : 0);
  const roundUp = fraction + digits < end && digitAt(text, fraction + digits) >= 5 ? 1 : 0;
  let whole = 0;
  for (let index = start; index < point; index += 1) whole = whole * 10 + digitAt(text, index);
  const minor = whole * unitOf(digits) + kept + roundUp;
  return { minor: negative && minor !== 0 ? -minor : minor, currency };
}

/** Amounts of more digits before the point are nothing that a flight costs. */
const mostWholeDigits = 12;

const powersOfTen = [1, 10, 100, 1000, 10_000];

/** How many of the smallest unit make a whole one; a table, because a power is dearer than all the rest of a conversion. */
const unitOf = (digits: number): number => powersOfTen[digits] ?? 10 ** digits;

const digitAt = (text: string, index: number): number => text.charCodeAt(index) - 48;

/** The first place from `index` on where no ASCII digit stands. */
function skipDigits(text: string, index: number): number {
  let place = index;
  while (place < text.length && text.charCodeAt(place) >= 48 && text.charCodeAt(place) <= 57) place += 1;
  return place;
}

function isCurrencyCode(text: string): boolean {
  if (text.length !== 3) return false;
  for (let index = 0; index < 3; index += 1)
    if (text.charCodeAt(index) < 65 || text.charCodeAt(index) > 90) return false;
  return true;
}

/** The amount as a decimal string with the currency's own number of decimals: the inverse of parseMoney. */
export function decimalAmount({ minor, currency }: Money): string {
  const digits = currencyDigits(currency);
  if (digits === 0) return String(minor);
  const unit = unitOf(digits);
  const absolute = Math.abs(minor);
  const whole = Math.floor(absolute / unit);
  const rest = absolute - whole * unit;
  const decimals = digits === 2 ? hundredths[rest] : `.${String(rest).padStart(digits, '0')}`;
  return minor < 0 ? `-${whole}${decimals}` : `${whole}${decimals}`;
}

/** ".00" to ".99": most currencies have cents, and every card has several amounts. */
const hundredths = Array.from({ length: 100 }, (_, rest) => `.${String(rest).padStart(2, '0')}`);

/** The amount in whole units (412.3 for 41230 cents), for arithmetic that need not be exact. */
export const majorUnits = ({ minor, currency }: Money): number => minor / unitOf(currencyDigits(currency));

export const fromMajorUnits = (amount: number, currency: string): Money => ({
  minor: Math.round(amount * unitOf(currencyDigits(currency))),
  currency,
});

/** Throws where the currencies differ: a sum of two currencies has no meaning without a rate. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency;
