import { fromMajorUnits, majorUnits, type Money } from './money.ts';

/**
 * How many units of a currency one US dollar buys, rounded reference values of autumn 2026. They order offers that come in
 * different currencies and price the demo world; no amount converted with them is ever shown as a price to pay.
 */
const unitsPerDollar: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.86,
  GBP: 0.75,
  CHF: 0.8,
  JPY: 150,
  CAD: 1.39,
  AUD: 1.52,
  NZD: 1.72,
  SEK: 9.5,
  NOK: 10.1,
  DKK: 6.4,
  PLN: 3.65,
  CZK: 21,
  HUF: 337,
  RON: 4.4,
  BGN: 1.68,
  ISK: 122,
  TRY: 42,
  ILS: 3.3,
  AED: 3.6725,
  SAR: 3.75,
  QAR: 3.64,
  KWD: 0.307,
  BHD: 0.376,
  OMR: 0.3845,
  JOD: 0.709,
  EGP: 48,
  MAD: 9.2,
  TND: 2.95,
  ZAR: 17.5,
  KES: 129,
  NGN: 1460,
  GHS: 11,
  ETB: 150,
  INR: 88,
  PKR: 281,
  BDT: 122,
  LKR: 304,
  NPR: 141,
  CNY: 7.1,
  HKD: 7.78,
  TWD: 31,
  KRW: 1430,
  SGD: 1.3,
  MYR: 4.2,
  THB: 32.5,
  IDR: 16600,
  PHP: 58,
  VND: 26300,
  MXN: 18.5,
  BRL: 5.4,
  ARS: 1450,
  CLP: 950,
  COP: 3900,
  PEN: 3.4,
  UYU: 40,
  DOP: 63,
  CRC: 503,
  GTQ: 7.7,
  JMD: 160,
  RUB: 80,
  UAH: 42,
  KZT: 530,
  GEL: 2.7,
  RSD: 101,
  XOF: 564,
  XAF: 564,
  XPF: 103,
};

export const knownCurrencies: ReadonlySet<string> = new Set(Object.keys(unitsPerDollar));

/** The amount in another currency at reference rates, or null where either currency has none. */
export function convertApproximately(amount: Money, currency: string): Money | null {
  if (amount.currency === currency) return amount;
  const from = unitsPerDollar[amount.currency];
  const to = unitsPerDollar[currency];
  return from === undefined || to === undefined
    ? null
    : fromMajorUnits((majorUnits(amount) / from) * to, currency);
}

/** What an amount is worth beside others, in the smallest unit of one currency; what has no rate comes last. */
export const worthIn = (amount: Money, currency: string): number =>
  convertApproximately(amount, currency)?.minor ?? Number.MAX_SAFE_INTEGER;
