import type { Money as WireMoney } from '../contract/money.ts';
import { decimalAmount, type Money } from '../domain/money.ts';

export const toWireMoney = (amount: Money): WireMoney => ({
  amount: decimalAmount(amount),
  currency: amount.currency,
});
