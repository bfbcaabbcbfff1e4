import { money, type Money } from '../domain/money.ts';
import type { Reason } from '../domain/ranked.ts';
import type { Trip } from '../domain/trip.ts';
import type { CardDraft } from './cards.ts';
import type { Ordered } from './order.ts';

const mostReasons = 3;
/** A difference in emissions below this share is noise. */
const worthMentioning = 0.15;

/** Why a card stands where it does, the most telling first. Every number follows from the prices and durations on the cards themselves. */
export function reasonsOf(card: CardDraft, ordered: Ordered, trip: Trip, medianCo2: number | null): Reason[] {
  const reasons = standingOf(card, ordered, trip.sort);
  addRemarks(reasons, card, ordered, trip, medianCo2);
  if (reasons.length > mostReasons) reasons.length = mostReasons;
  return reasons;
}

function standingOf(card: CardDraft, ordered: Ordered, sort: Trip['sort']): Reason[] {
  if (ordered.cards.length === 1) return [{ kind: 'only_one' }];
  return card === ordered.cards[0] ? standingOfFirst(card, ordered, sort) : standingOfOther(card, ordered);
}

function standingOfFirst(
  card: CardDraft,
  { cards, cheapest, fastest }: Ordered,
  sort: Trip['sort'],
): Reason[] {
  const offers = cards.length;
  if (sort === 'earliest') return [{ kind: 'earliest_of', offers }];
  if (sort === 'latest') return [{ kind: 'latest_of', offers }];
  if (card === cheapest && card === fastest) return [{ kind: 'cheapest_and_fastest_of', offers }];
  const reasons: Reason[] = [];
  if (card === cheapest) reasons.push({ kind: 'cheapest_of', offers });
  if (card === fastest) reasons.push({ kind: 'fastest_of', offers });
  if (fastest && fastest !== card) {
    const saves = saving(card, fastest);
    if (saves)
      reasons.push({ kind: 'cheaper_than_fastest', saves, longerMinutes: minutesLonger(card, fastest) });
  }
  if (cheapest && cheapest !== card) {
    const costs = saving(cheapest, card);
    const savesMinutes = minutesLonger(cheapest, card);
    if (costs && savesMinutes > 0) reasons.push({ kind: 'faster_than_cheapest', savesMinutes, costs });
  }
  return reasons.length > 0 ? reasons : [{ kind: 'balanced_of', offers }];
}

function standingOfOther(card: CardDraft, { cards, cheapest, fastest }: Ordered): Reason[] {
  const against = standingAgainst(cards[0] ?? card, card);
  if (card !== cheapest && card !== fastest) return [against];
  const reasons: Reason[] = [];
  if (card === cheapest) reasons.push({ kind: 'cheapest_of', offers: cards.length });
  if (card === fastest) reasons.push({ kind: 'fastest_of', offers: cards.length });
  reasons.push(against);
  return reasons;
}

function standingAgainst(first: CardDraft, card: CardDraft): Reason {
  const saves = saving(card, first);
  const longerMinutes = minutesLonger(card, first);
  const moreStops = card.criteria.stops - first.criteria.stops;
  if (saves) return { kind: 'cheaper_than_best', saves, longerMinutes, moreStops };
  const costs = saving(first, card);
  if (longerMinutes < 0) return { kind: 'faster_than_best', savesMinutes: -longerMinutes, costs };
  return { kind: 'behind_best', costs, longerMinutes, moreStops };
}

function addRemarks(
  reasons: Reason[],
  card: CardDraft,
  { cards, nonstops }: Ordered,
  trip: Trip,
  medianCo2: number | null,
): void {
  if (card.criteria.stops === 0)
    reasons.push({ kind: nonstops === 1 && cards.length > 1 ? 'only_nonstop' : 'nonstop' });
  const { checkedBags } = card.offer.fare;
  if (trip.filters.checkedBags && checkedBags !== null && checkedBags >= trip.filters.checkedBags)
    reasons.push({ kind: 'bags_included', pieces: checkedBags });
  const { co2Kg } = card.offer;
  if (co2Kg !== null && medianCo2 !== null && medianCo2 > 0 && co2Kg <= medianCo2 * (1 - worthMentioning))
    reasons.push({ kind: 'lower_emissions', percent: Math.round((1 - co2Kg / medianCo2) * 100) });
}

/**
 * What the first costs less than the second, from the prices on the cards. Null where it does not, where the currencies differ, and where
 * different bags come on top: the prices alone would then say the opposite of what the traveller pays.
 */
function saving(cheaper: CardDraft, dearer: CardDraft): Money | null {
  const [a, b] = [cheaper.offer.total, dearer.offer.total];
  if (cheaper.extras !== dearer.extras) return null;
  return a.currency === b.currency && a.minor < b.minor ? money(b.minor - a.minor, a.currency) : null;
}

const minutesLonger = (a: CardDraft, b: CardDraft): number =>
  a.criteria.durationMinutes - b.criteria.durationMinutes;
