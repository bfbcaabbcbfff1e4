import type { Offer } from '../../domain/offer.ts';
import { adultFare } from './fares.ts';
import { anyTime, carrierCode, leavesWithin, type Journey, type Times } from './journeys.ts';
import { areSoldTogether, brandCount, offerOf, type Pricing } from './offers.ts';
import type { Timetable } from './timetable.ts';

/** Journeys of each direction that are combined, by the number of directions. */
const widths = [26, 12, 5, 3, 3, 2];
/** Ways back that are offered with one way out. */
const backsForOut = 4;
/** Below so many combinations that one seller would sell there is no choice, and separate tickets are offered beside them. */
const fewestTogether = 12;
/** Between landing and the next direction. */
const leastMinutesThere = 60;

/**
 * Offers from the journeys of every direction: single ones as they are, several as combinations that one seller would sell, and as separate
 * tickets where there are few of those. What does not fit is left out before offers are counted.
 */
export function combine(
  table: Timetable,
  legs: readonly (readonly Journey[])[],
  /** The times that each direction is wanted at. */
  times: readonly Times[],
  pricing: Pricing,
  most: number,
  fits: (offer: Offer) => boolean,
): Offer[] {
  const width = widths[legs.length - 1] ?? 2;
  let combinations: Journey[][] = [[]];
  for (const [index, journeys] of legs.entries()) {
    const kept = spreadOver(table, journeys, pricing, width);
    const before = combinations;
    const isWanted = (journey: Journey) => leavesWithin(table, journey, times[index] ?? anyTime);
    combinations = continued(table, before, kept, isWanted, index === 0 ? 'any' : 'together');
    if (index > 0 && combinations.length < fewestTogether)
      combinations = [...combinations, ...continued(table, before, kept, isWanted, 'apart')];
  }
  const offers: Offer[] = [];
  const brands = legs.length === 1 ? 3 : 2;
  for (const [first, ...rest] of combinations) {
    if (!first) continue;
    const count = brandCount(table, [first, ...rest], pricing.cabin);
    let made = 0;
    for (let brand = 0; brand < count && made < brands; brand += 1) {
      const offer = offerOf(table, [first, ...rest], brand, pricing);
      if (!offer || !fits(offer)) continue;
      offers.push(offer);
      made += 1;
    }
    if (offers.length >= most) break;
  }
  return offers.slice(0, most);
}

/** Every combination with the journeys that can follow it. */
function continued(
  table: Timetable,
  combinations: readonly Journey[][],
  journeys: readonly Journey[],
  isWanted: (journey: Journey) => boolean,
  sold: 'any' | 'together' | 'apart',
): Journey[][] {
  return combinations.flatMap((before) => {
    const [first] = before;
    const ready = (before.at(-1)?.arrives ?? -Infinity) + leastMinutesThere;
    const possible = journeys.filter(
      (journey) =>
        journey.departs >= ready &&
        (sold === 'any' || !first || areSoldTogether(table, [first, journey]) === (sold === 'together')),
    );
    const backs = first
      ? wantedFirst(sameSellerFirst(table, first, possible), isWanted).slice(0, backsForOut)
      : possible;
    return backs.map((journey) => [...before, journey]);
  });
}

/** The quickest journeys and the cheapest ones, half and half, so that neither kind is missing. */
function spreadOver(
  table: Timetable,
  journeys: readonly Journey[],
  { cabin, today }: Pricing,
  width: number,
): Journey[] {
  if (journeys.length <= width) return [...journeys];
  const half = Math.ceil(width / 2);
  const quick = journeys.slice(0, half);
  const cheap = journeys
    .slice(half)
    .map((journey) => ({ journey, fare: adultFare(table, journey, cabin, today) }))
    .toSorted((a, b) => a.fare - b.fare)
    .slice(0, width - half)
    .map(({ journey }) => journey);
  return [...quick, ...cheap];
}

const wantedFirst = (journeys: readonly Journey[], isWanted: (journey: Journey) => boolean): Journey[] =>
  journeys.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a)));

const seller = (table: Timetable, journey: Journey): string =>
  carrierCode(table, journey.rides[0]?.flight ?? 0);

function sameSellerFirst(table: Timetable, first: Journey, journeys: readonly Journey[]): Journey[] {
  const own = seller(table, first);
  return journeys.toSorted((a, b) => Number(seller(table, b) === own) - Number(seller(table, a) === own));
}
