import { convertApproximately } from '../domain/exchange-rates.ts';
import { fromMajorUnits, majorUnits, type Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Trip } from '../domain/trip.ts';

const none: readonly Money[] = [];

/** About how much the price limit is in each of the other currencies that offers came in; in whole units, because the rate is a rounded one. */
export function limitAbroadOf(offers: readonly Offer[], { filters: { maxPrice } }: Trip): readonly Money[] {
  if (!maxPrice) return none;
  const currencies = new Set<string>();
  for (const { total } of offers) if (total.currency !== maxPrice.currency) currencies.add(total.currency);
  return [...currencies].sort().flatMap((currency) => {
    const limit = convertApproximately(maxPrice, currency);
    return limit ? fromMajorUnits(Math.round(majorUnits(limit)), currency) : [];
  });
}
