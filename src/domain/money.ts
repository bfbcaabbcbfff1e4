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
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(amount.trim());
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = currencyDigits(currency);
  const kept = Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || '0');
  const roundUp = (fraction[digits] ?? '0') >= '5' ? 1 : 0;
  const minor = kept + roundUp;
  return { minor: sign && minor !== 0 ? -minor : minor, currency };
}

/** The amount as a decimal string with the currency's own number of decimals: the inverse of parseMoney. */
export function decimalAmount({ minor, currency }: Money): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return (minor < 0 ? '-' : '') + (digits === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`);
}

/** The amount in whole units (412.3 for 41230 cents), for arithmetic that need not be exact. */
export const majorUnits = ({ minor, currency }: Money): number => minor / 10 ** currencyDigits(currency);

export const fromMajorUnits = (amount: number, currency: string): Money => ({
  minor: Math.round(amount * 10 ** currencyDigits(currency)),
  currency,
});

/** Throws where the currencies differ: a sum of two currencies has no meaning without a rate. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency;
