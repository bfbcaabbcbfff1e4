import type { Reason, Relaxation, Warning } from '../../domain/ranked.ts';
import type { Formats } from '../format.ts';
import { counted, english, stopsText } from '../texts/en.ts';

const kindsAgainstFirst: ReadonlySet<Reason['kind']> = new Set([
  'cheaper_than_best',
  'faster_than_best',
  'behind_best',
]);

/** Whether a reason sets a card against the first of the list. */
export const isAgainstFirst = ({ kind }: Reason): boolean => kindsAgainstFirst.has(kind);

/** A reason in words, the start of a sentence without its full stop. */
export function describeReason(reason: Reason, formats: Formats): string {
  switch (reason.kind) {
    case 'only_one':
      return 'The only flight that fits';
    case 'cheapest_of':
      return `The cheapest of ${reason.offers}${bags(reason)}`;
    case 'fastest_of':
      return `The fastest of ${reason.offers}`;
    case 'cheapest_and_fastest_of':
      return `The cheapest${bags(reason)} and the fastest of ${reason.offers}`;
    case 'earliest_of':
      return `The earliest of ${reason.offers} to leave`;
    case 'latest_of':
      return `The latest of ${reason.offers} to leave`;
    case 'balanced_of':
      return `The best balance of price, time and comfort among ${reason.offers}`;
    case 'cheaper_than_fastest':
      return `${formats.money(reason.saves)} cheaper${bags(reason)} than the fastest, ${than(reason.longerMinutes, formats)}`;
    case 'faster_than_cheapest':
      return `${formats.duration(reason.savesMinutes)} faster than the cheapest for ${formats.money(reason.costs)} more${bags(reason)}`;
    case 'cheaper_than_best':
      return `${formats.money(reason.saves)} cheaper${bags(reason)} than the first, ${than(reason.longerMinutes, formats)}${stops(reason.moreStops)}`;
    case 'faster_than_best':
      return `${formats.duration(reason.savesMinutes)} faster than the first${reason.costs ? ` for ${formats.money(reason.costs)} more${bags(reason)}` : ''}`;
    case 'behind_best': {
      const cost = reason.costs
        ? `${formats.money(reason.costs)} more${bags(reason)} than the first`
        : 'Ranked behind the first';
      return `${cost}, ${than(reason.longerMinutes, formats)}${stops(reason.moreStops)}`;
    }
    case 'nonstop':
      return 'Nonstop';
    case 'only_nonstop':
      return 'The only nonstop';
    case 'bags_included':
      return `${counted(reason.pieces, 'checked bag')} included`;
    case 'lower_emissions':
      return `${reason.percent} % less CO₂ than the middle of the list`;
  }
}

const bags = ({ withBags }: { readonly withBags?: true }): string => (withBags ? ' with the bags' : '');

function than(minutes: number, formats: Formats): string {
  if (minutes === 0) return 'just as long';
  return `${formats.duration(Math.abs(minutes))} ${minutes > 0 ? 'longer' : 'shorter'}`;
}

function stops(more: number): string {
  if (more === 0) return '';
  return `, ${counted(Math.abs(more), more > 0 ? 'more stop' : 'fewer stop', more > 0 ? 'more stops' : 'fewer stops')}`;
}

/** A warning of an offer of so many legs in words, the start of a sentence without its full stop. */
export function describeWarning(warning: Warning, legs: number, formats: Formats): string {
  switch (warning.kind) {
    case 'arrives_later_day':
      return warning.days === 1
        ? `Arrives the next day${way(warning.leg, legs)}`
        : `Arrives ${warning.days} days later${way(warning.leg, legs)}`;
    case 'overnight_layover':
      return `Overnight wait of ${formats.duration(warning.minutes)} in ${warning.airport}`;
    case 'changes_airport':
      return `Change of airport from ${warning.from} to ${warning.to} within ${formats.duration(warning.minutes)}`;
    case 'tight_connection':
      return `Tight connection of ${formats.duration(warning.minutes)} in ${warning.airport}`;
    case 'long_layover':
      return `Wait of ${formats.duration(warning.minutes)} in ${warning.airport}`;
    case 'separate_tickets':
      return 'Separate tickets: a missed connection is not protected';
    case 'few_seats':
      return `Only ${counted(warning.seats, 'seat')} left at this price`;
    case 'bags_cost_extra':
      return warning.cost
        ? `The bags you want cost ${formats.money(warning.cost)} extra`
        : 'The bags you want cost extra';
    case 'bags_unknown':
      return 'The source does not say whether a checked bag is included';
    case 'refund_unknown':
      return 'The source does not say whether it can be refunded';
    case 'mixed_cabin':
      return 'Part of the way is in a lower cabin';
    case 'unsocial_departure':
      return `Leaves in the night${way(warning.leg, legs)}`;
    case 'unsocial_arrival':
      return `Lands in the night${way(warning.leg, legs)} (${formats.time(warning.at)})`;
    case 'returns_from_other_airport':
      return `Returns from ${warning.from}, not ${warning.instead}`;
    case 'comes_back_elsewhere':
      return `Comes back to ${warning.to}, not ${warning.instead}`;
    case 'approximate_price_order':
      return `Sold in ${warning.currency}; compared with the others at a reference rate`;
  }
}

/** Which of so many legs, where that has to be said. */
function way(leg: number, legs: number): string {
  if (legs > 2) return ` on leg ${leg + 1}`;
  return leg === 0 ? '' : ' on the way back';
}

/** What to give up and what it brings: "Without the limit on stops there are 12, from 1 stop". */
export function describeRelaxation(
  { filter, also, flights: count, nearest }: Relaxation,
  formats: Formats,
): string {
  const given = formats.list([filter, ...also].map((name) => english.filters[name]));
  const there = `there ${count === 1 ? 'is' : 'are'} ${counted(count, 'flight')}`;
  switch (nearest.kind) {
    case 'money':
      return `without ${given} ${there}, from ${formats.money(nearest.value)}${bags(nearest)}${nearest.over ? ` (${formats.money(nearest.over)} over)` : ''}`;
    case 'minutes':
      return `without ${given} ${there}, from ${formats.duration(nearest.value)} (${formats.duration(nearest.over)} over)`;
    case 'stops':
      return `without ${given} ${there}, ${stopsText(nearest.value)} at best`;
    case 'none':
      return `without ${given} ${there}`;
  }
}
