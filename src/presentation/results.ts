import type { Relaxation as WireRelaxation, Results } from '../contract/search.ts';
import { english } from '../dialogue/texts/en.ts';
import type { Ranking, Relaxation } from '../domain/ranked.ts';
import { toWireMoney } from './wire-money.ts';

/** The list behind the cards, of which the answer carries the first `listed`, for clients that show counts and offer what to relax. */
export const toResults = (
  { cards, flagged, removedBy, limitAbroad, medianCo2Kg, relaxations }: Ranking,
  listed: number,
): Results => ({
  cards: cards.length,
  listed,
  offers: cards.reduce((sum, { fares }) => sum + fares.length, 0) + flagged.length,
  left_out: removedBy.map(({ filter, offers, flights }) => ({ filter, offers, flights })),
  price_limit_abroad: limitAbroad.map(toWireMoney),
  median_co2_kg: medianCo2Kg,
  relaxations: relaxations.map(toWireRelaxation),
});

const toWireRelaxation = ({ filter, also, offers, flights, nearest }: Relaxation): WireRelaxation => ({
  filter,
  also: [...also],
  offers,
  flights,
  say: english.dropFilter[filter],
  price: nearest.kind === 'money' ? toWireMoney(nearest.value) : null,
  over: nearest.kind === 'money' && nearest.over ? toWireMoney(nearest.over) : null,
  minutes: nearest.kind === 'minutes' ? nearest.value : null,
  over_minutes: nearest.kind === 'minutes' ? nearest.over : null,
  stops: nearest.kind === 'stops' ? nearest.value : null,
});
