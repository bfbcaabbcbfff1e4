import type { Offer } from '../../domain/offer.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import { adultFare } from './fares.ts';
import { carrierCode, type Journey } from './journeys.ts';
import { brandCount, offerOf, type Pricing } from './offers.ts';
import type { Timetable } from './timetable.ts';

/** Journeys of each direction that are combined, by the number of directions. */
const widths = [26, 12, 5, 3, 3, 2];
/** Ways back that are offered with one way out. */
const backsForOut = 4;

/** Offers from the journeys of every direction: single ones as they are, several as combinations that one seller would sell. */
export function combine(
  table: Timetable,
  legs: readonly (readonly Journey[])[],
  pricing: Pricing,
  most: number,
): Offer[] {
  const width = widths[legs.length - 1] ?? 2;
  let combinations: Journey[][] = [[]];
  for (const [index, journeys] of legs.entries()) {
    const kept = spreadOver(table, journeys, pricing, width);
    combinations = combinations.flatMap((before) => {
      const after = before.at(-1)?.arrives ?? -Infinity;
      const possible = kept.filter(
        (journey) => journey.departs >= after + 60 && goesWith(table, before[0], journey),
      );
      return (index === 0 ? possible : sameSellerFirst(table, before[0], possible).slice(0, backsForOut)).map(
        (journey) => [...before, journey],
      );
    });
  }
  const offers: Offer[] = [];
  const brands = legs.length === 1 ? 3 : 2;
  for (const [first, ...rest] of combinations) {
    if (!first) continue;
    const count = Math.min(brands, brandCount(table, [first, ...rest], pricing.cabin));
    for (let brand = 0; brand < count; brand += 1) {
      const offer = offerOf(table, [first, ...rest], brand, pricing);
      if (offer) offers.push(offer);
    }
    if (offers.length >= most) break;
  }
  return offers.slice(0, most);
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

const seller = (table: Timetable, journey: Journey): string =>
  carrierCode(table, journey.rides[0]?.flight ?? 0);

/** Low-cost carriers sell their own flights only, others also their partners'. */
function goesWith(table: Timetable, first: Journey | undefined, journey: Journey): boolean {
  if (!first) return true;
  const [a, b] = [airlines.get(seller(table, first)), airlines.get(seller(table, journey))];
  if (!a || !b || a.code === b.code) return true;
  return !a.lowCost && !b.lowCost && a.alliance !== null && a.alliance === b.alliance;
}

const sameSellerFirst = (
  table: Timetable,
  first: Journey | undefined,
  journeys: readonly Journey[],
): Journey[] => {
  const own = first && seller(table, first);
  return journeys.toSorted((a, b) => Number(seller(table, b) === own) - Number(seller(table, a) === own));
};
