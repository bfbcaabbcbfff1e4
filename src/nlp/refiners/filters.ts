import { majorUnits, money } from '../../domain/money.ts';
import { travellerCount, type TripFilters } from '../../domain/trip.ts';
import type { TripPart } from '../../domain/understood.ts';
import { refine, withUnresolved, type Draft } from '../draft.ts';
import type { Passage } from '../patterns/passage.ts';
import type { AirlinesSaid } from '../parsers/airlines.ts';
import { readAlliances } from '../parsers/alliances.ts';
import { readCheckedBags, sharedBags } from '../parsers/bags.ts';
import { readDurations } from '../parsers/durations.ts';
import { readPrice } from '../parsers/price.ts';
import { readRefundable } from '../parsers/refundable.ts';
import { readStops } from '../parsers/stops.ts';

/** Sets the limits that a message names, leaving the others as they were. */
export function refineFilters(draft: Draft, text: Passage, locale: string): Draft {
  const known = draft.trip.filters;
  const changes: Partial<{ -readonly [Key in keyof TripFilters]: TripFilters[Key] }> = {};
  const stated: TripPart[] = [];
  const durations = readDurations(text);
  if (durations.maxDurationMinutes !== undefined) stated.push('max_duration');
  if (
    durations.minLayoverMinutes !== undefined ||
    durations.maxLayoverMinutes !== undefined ||
    durations.noOvernightLayover !== undefined
  ) {
    stated.push('layover');
  }
  Object.assign(changes, durations);
  const stops = readStops(text);
  if (stops !== null) {
    changes.maxStops =
      stops === 'any'
        ? null
        : stops === 'fewer'
          ? Math.max((known.maxStops ?? 2) - 1, 0)
          : Math.min(stops, 5);
    stated.push('max_stops');
    // "Only nonstop" after "via Tokyo": the later wish stands.
    if (stops === 0 && known.viaAirports.length > 0 && !draft.stated.includes('via_airports')) {
      changes.viaAirports = [];
      stated.push('via_airports');
    }
  }
  const bags = readCheckedBags(text);
  if (bags !== null) {
    const travellers = sharedBags.test(text) ? travellerCount(draft.trip.passengers) : 1;
    changes.checkedBags = Math.ceil(bags / Math.max(travellers, 1));
    stated.push('bags');
  }
  const refundable = readRefundable(text);
  if (refundable !== null) {
    changes.refundableOnly = refundable;
    stated.push('refundable');
  }
  const alliances = readAlliances(text);
  if (alliances) {
    changes.alliances = alliances;
    stated.push('alliances');
  }
  const price = readPrice(text, locale, known.maxPrice);
  if (price) {
    changes.maxPrice =
      price === 'any'
        ? null
        : partyCeiling(price.ceiling, price.perTraveller ? travellerCount(draft.trip.passengers) : 1);
    stated.push('max_price');
  }
  return stated.length === 0 ? draft : refine(draft, { filters: { ...known, ...changes } }, ...stated);
}

/** The ceiling for everybody; absurd amounts are kept within what a decimal string of the wire can carry. */
function partyCeiling(ceiling: { minor: number; currency: string }, travellers: number) {
  const total = money(ceiling.minor * Math.max(travellers, 1), ceiling.currency);
  return majorUnits(total) > 0 ? total : null;
}

/**
 * Wanted airlines replace those wanted before, refused ones add up, and what is both is what was said last. What is merely as welcome as others
 * comes beside them, and limits nothing where none were wanted.
 */
export function refineAirlines(draft: Draft, words: AirlinesSaid | null): Draft {
  if (!words) return draft;
  const { airlines: known } = draft.trip.filters;
  const said = words.continues ? continued(known, words) : words;
  let refined = draft;
  for (const name of said.unknown)
    refined = withUnresolved(refined, { kind: 'unknown', phrase: name, slot: 'airline', suggestions: [] });
  if (said.include.length + said.exclude.length + said.allow.length === 0 && !said.any) return refined;
  const include = said.any ? [] : wantedAirlines(known.include, said);
  const exclude =
    said.any && said.exclude.length === 0
      ? []
      : [...new Set([...known.exclude, ...said.exclude])].filter(
          (code) => !said.include.includes(code) && !said.allow.includes(code),
        );
  const { alliances } = refined.trip.filters;
  const filters = {
    ...refined.trip.filters,
    airlines: { include, exclude },
    alliances: said.any ? [] : alliances,
  };
  return refine(
    refined,
    { filters },
    'airlines',
    ...(said.any && alliances.length > 0 ? ['alliances' as const] : []),
  );
}

/** "Or Delta" wants it beside others, and refuses it as well where others were refused. */
const continued = (known: TripFilters['airlines'], said: AirlinesSaid): AirlinesSaid =>
  known.include.length === 0 && known.exclude.length > 0
    ? { ...said, include: [], exclude: [...said.exclude, ...said.include] }
    : { ...said, adds: true };

function wantedAirlines(
  known: readonly string[],
  { include, exclude, allow, adds }: AirlinesSaid,
): readonly string[] {
  const kept = known.filter((code) => !exclude.includes(code));
  const wanted = include.length === 0 ? kept : adds ? [...new Set([...kept, ...include])] : include;
  return wanted.length > 0 ? [...new Set([...wanted, ...allow])] : wanted;
}
