import type { Cabin } from './cabin.ts';
import { firstSegment, lastSegment, layoversOf } from './itinerary.ts';
import { sameMoney } from './money.ts';
import type { Fare, Offer, OfferLeg } from './offer.ts';
import { localDayOf, localMinuteOfDay, type ZonedMinute } from './zoned-minute.ts';

/**
 * One thing that is another than it was, the total aside. `now` is null where the source does not say it any more, or there is no such leg;
 * what it did not say before is no change. Legs count from 0.
 */
export type OfferChange =
  /** "TP 218 BOS-LIS, TP 1920 LIS-OPO": other numbers, or another way. */
  | {
      readonly what: 'flights';
      readonly leg: number;
      readonly was: string | null;
      readonly now: string | null;
    }
  | {
      readonly what: 'departure' | 'arrival';
      readonly leg: number;
      readonly was: ZonedMinute;
      readonly now: ZonedMinute;
    }
  /** Minutes of the wait at an airport. */
  | {
      readonly what: 'layover';
      readonly leg: number;
      readonly airport: string;
      readonly was: number;
      readonly now: number;
    }
  | { readonly what: 'cabin'; readonly was: Cabin; readonly now: Cabin | null }
  | { readonly what: 'refundable' | 'changeable'; readonly was: boolean; readonly now: boolean | null }
  | { readonly what: 'carry_on_bags' | 'checked_bags'; readonly was: number; readonly now: number | null };

/** An offer that its source still sells: `confirmed` only where flights, times, conditions and total are those that the traveller knows. */
export type OfferSold =
  | { readonly status: 'confirmed'; /** As the source has it now. */ readonly offer: Offer }
  | {
      readonly status: 'price_changed';
      readonly offer: Offer;
      /** What else is different; with a total that is the same, all that is. */
      readonly changes: readonly OfferChange[];
    };

/** What a source says by giving an offer as it sells it now. */
export function compareSold(before: Offer, offer: Offer): OfferSold {
  const changes = changesOf(before, offer);
  return changes.length === 0 && sameMoney(before.total, offer.total)
    ? { status: 'confirmed', offer }
    : { status: 'price_changed', offer, changes };
}

function changesOf(before: Offer, now: Offer): OfferChange[] {
  const legs = Array.from({ length: Math.max(before.legs.length, now.legs.length) }, (_, leg) =>
    changesOfLeg(leg, before.legs[leg], now.legs[leg]),
  );
  return [...legs.flat(), ...changesOfFare(before.fare, now.fare)];
}

function changesOfLeg(leg: number, before?: OfferLeg, now?: OfferLeg): OfferChange[] {
  const [was, is] = [nameFlights(before), nameFlights(now)];
  const flights: OfferChange[] = was === is ? [] : [{ what: 'flights', leg, was, now: is }];
  if (!before || !now) return flights;
  const departure = { was: firstSegment(before).departsAt, now: firstSegment(now).departsAt };
  const arrival = { was: lastSegment(before).arrivesAt, now: lastSegment(now).arrivesAt };
  if (!sameClock(departure.was, departure.now)) flights.push({ what: 'departure', leg, ...departure });
  if (!sameClock(arrival.was, arrival.now)) flights.push({ what: 'arrival', leg, ...arrival });
  // Waits between other flights are other waits.
  return was === is ? [...flights, ...changesOfLayovers(leg, before, now)] : flights;
}

function changesOfLayovers(leg: number, before: OfferLeg, now: OfferLeg): OfferChange[] {
  const waits = layoversOf(now);
  return layoversOf(before).flatMap(({ airport, minutes: was }, index) => {
    const minutes = waits[index]?.minutes ?? was;
    return minutes === was ? [] : [{ what: 'layover' as const, leg, airport, was, now: minutes }];
  });
}

function changesOfFare(before: Fare, now: Fare): OfferChange[] {
  const changes: OfferChange[] = [];
  if (before.cabin !== null && before.cabin !== now.cabin)
    changes.push({ what: 'cabin', was: before.cabin, now: now.cabin });
  for (const what of ['refundable', 'changeable'] as const) {
    const was = before[what];
    if (was !== null && was !== now[what]) changes.push({ what, was, now: now[what] });
  }
  const bags = { carry_on_bags: 'carryOnBags', checked_bags: 'checkedBags' } as const;
  for (const what of ['carry_on_bags', 'checked_bags'] as const) {
    const was = before[bags[what]];
    if (was !== null && was !== now[bags[what]]) changes.push({ what, was, now: now[bags[what]] });
  }
  return changes;
}

const nameFlights = (leg?: OfferLeg): string | null =>
  leg?.segments
    .map(({ carrier, number, origin, destination }) => `${carrier} ${number} ${origin}-${destination}`)
    .join(', ') ?? null;

/** The same day and time on the airport's clock: a source tells no more, and which of two equal hours it means is our reading. */
const sameClock = (a: ZonedMinute, b: ZonedMinute): boolean =>
  localDayOf(a) === localDayOf(b) && localMinuteOfDay(a) === localMinuteOfDay(b);
