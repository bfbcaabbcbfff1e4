import { CurrencyCode } from './money.ts';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** A currency that a client may ask for: one that exists. What we send may name whatever a source sells in. */
export const RequestedCurrency = CurrencyCode.refine(
  (code) => currencies.has(code),
  'no currency of ISO 4217 that is in use',
);
