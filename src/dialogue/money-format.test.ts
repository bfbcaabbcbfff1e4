import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, majorUnits, money } from '../domain/money.ts';
import { makeMoneyFormat } from './money-format.ts';
import { plainSpaces } from './plain-spaces.ts';

// With thousands parted late, by two digits or not at all, other digits, signs before, behind and with direction marks.
const locales = [
  ...[
    'en-US',
    'en-GB',
    'en-IN',
    'de-DE',
    'de-AT',
    'de-CH',
    'fr-FR',
    'es-ES',
    'pt-PT',
    'pt-BR',
    'it-IT',
    'pl-PL',
  ],
  ...[
    'ja-JP',
    'zh-CN',
    'hi-IN',
    'ar-EG',
    'fa-IR',
    'he-IL',
    'nb-NO',
    'sv-SE',
    'lv-LV',
    'my-MM',
    'bg-BG',
    'tr-TR',
  ],
];
const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'KWD', 'INR', 'CLF', 'XTS'];

describe('makeMoneyFormat', () => {
  it.each(locales)('writes what Intl writes in %s', (locale) => {
    for (const currency of currencies) {
      const style = { style: 'currency', currency } as const;
      const exact = new Intl.NumberFormat(locale, style);
      const whole = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 });
      const unit = 10 ** currencyDigits(currency);
      const write = makeMoneyFormat(locale, currency);
      const minor = fc.oneof(
        fc.integer({ min: -1_000, max: 2_000_000 }),
        fc.integer({ min: -1_000, max: 2_000_000 }).map((count) => count * unit),
        fc.maxSafeInteger(),
      );
      fc.assert(
        fc.property(minor, (count) => {
          const amount = money(count, currency);
          const expected = (count % unit === 0 ? whole : exact).format(majorUnits(amount));
          expect(write(amount)).toBe(plainSpaces(expected));
        }),
        { numRuns: 60 },
      );
    }
  });
});
