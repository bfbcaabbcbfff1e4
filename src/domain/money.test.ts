import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertApproximately, knownCurrencies } from './exchange-rates.ts';
import { addMoney, currencyDigits, decimalAmount, money, parseMoney, sameMoney } from './money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');
const amount = fc.record({ minor: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), currency });

describe('money', () => {
  it('counts in the smallest unit of its currency', () => {
    expect(parseMoney('412.30', 'EUR')).toEqual(money(41_230, 'EUR'));
    expect(parseMoney('41230', 'JPY')).toEqual(money(41_230, 'JPY'));
    expect(parseMoney('1.5', 'KWD')).toEqual(money(1500, 'KWD'));
  });

  it('rounds what is finer than the currency half up', () => {
    expect(parseMoney('10.005', 'EUR')).toEqual(money(1001, 'EUR'));
    expect(parseMoney('10.0049', 'EUR')).toEqual(money(1000, 'EUR'));
  });

  it.each(['', 'abc', '1,5', '1.2.3', '1e9', '٣', '--4', ' '])('reads nothing out of %j', (text) => {
    expect(parseMoney(text, 'EUR')).toBeNull();
  });

  it('reads nothing in a currency that is none', () => {
    expect(parseMoney('1', 'euro')).toBeNull();
  });

  it('reads exactly the plain decimal numbers of up to twelve digits', () => {
    const digits = fc.stringMatching(/^\d{0,13}$/);
    const text = fc
      .tuple(fc.constantFrom('', '-', ' ', '+'), digits, fc.constantFrom('', '.', ','), digits)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), currency, (each, own) => {
        const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(each.trim());
        const found = parseMoney(each, own);
        const [, sign = '', whole = '', fraction = ''] = match ?? [];
        const digitsKept = currencyDigits(own);
        const kept = BigInt(whole + fraction.slice(0, digitsKept).padEnd(digitsKept, '0'));
        const minor = Number(kept + ((fraction[digitsKept] ?? '0') >= '5' ? 1n : 0n));
        expect(found).toEqual(match && money(sign && minor > 0 ? -minor : minor, own));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseMoney(decimalAmount(value), value.currency)).toEqual(value);
      }),
    );
  });

  it('adds exactly, and only what is of one currency', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        if (a.currency === b.currency) expect(addMoney(a, b).minor).toBe(a.minor + b.minor);
        else expect(() => addMoney(a, b)).toThrow(RangeError);
      }),
    );
  });

  it('comes back from another currency to within its rounding', () => {
    expect(knownCurrencies.size).toBeGreaterThan(60);
    for (const code of knownCurrencies) {
      const there = convertApproximately(money(1_000_000, 'USD'), code);
      const back = there && convertApproximately(there, 'USD');
      expect(back && Math.abs(back.minor - 1_000_000)).toBeLessThan(3000);
    }
    expect(convertApproximately(money(1, 'EUR'), 'XXX')).toBeNull();
    expect(sameMoney(convertApproximately(money(7, 'EUR'), 'EUR') ?? money(0, 'EUR'), money(7, 'EUR'))).toBe(
      true,
    );
  });
});
