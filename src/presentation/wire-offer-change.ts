import type { OfferChange as WireOfferChange } from '../contract/offer-check.ts';
import type { OfferChange } from '../domain/offer-changes.ts';
import { toIso, type ZonedMinute } from '../domain/zoned-minute.ts';

type Value = WireOfferChange['was'];

const toWireValue = (value: Value | ZonedMinute): Value =>
  typeof value === 'object' && value !== null ? toIso(value) : value;

/** A change of an offer as the contract writes it. */
export function toWireChange(change: OfferChange): WireOfferChange {
  const leg = 'leg' in change ? change.leg : null;
  const airport = 'airport' in change ? change.airport : null;
  return { what: change.what, leg, airport, was: toWireValue(change.was), now: toWireValue(change.now) };
}
