import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedPath, withoutShared } from '../../test/shared/shared-folder.ts';
import { loadAirports } from '../domain/reference/airports.ts';
import { travellerCount, type DepartureWindow, type Slot, type Trip } from '../domain/trip.ts';
import type { Place } from '../domain/place.ts';
import { createLanguage } from './create-language.ts';
import type { Language, UnderstandContext } from './language.ts';

/** Dialogues of travellers with the trip that was searched after some of the turns. */
interface Dialogue {
  readonly id: string;
  readonly now: string;
  readonly turns: readonly {
    readonly user: string;
    readonly asked: readonly Slot[];
    readonly expect?: ExpectedTrip;
  }[];
}

interface ExpectedTrip {
  readonly origin?: { readonly codes: readonly string[] };
  readonly destination?: { readonly codes: readonly string[] };
  readonly departure_date?: string;
  readonly return_date?: string;
  readonly passengers?: number;
  readonly cabin?: string;
  readonly airline?: { readonly code: string };
}

const file = sharedPath('data/nlu/sgd-trips.jsonl');
/** Share of checkpoints of which every expected slot must be right. Some three in a hundred are labelled with what the text does not say. */
const leastJoint = 0.95;

describe.skipIf(file === undefined)(file === undefined ? `dialogues (${withoutShared})` : 'dialogues', () => {
  let language: Language;
  beforeAll(async () => {
    language = createLanguage(await loadAirports());
  });

  it(`reads at least ${String(leastJoint * 100)} % of the trips whole`, () => {
    const dialogues = readFileSync(file ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Dialogue);
    let checkpoints = 0;
    const wrong: string[] = [];
    for (const { id, now, turns } of dialogues) {
      let trip: Trip | null = null;
      for (const { user, asked, expect: expected } of turns) {
        const context: UnderstandContext = {
          trip,
          asked,
          pending: [],
          now: Temporal.PlainDateTime.from(now),
          locale: 'en-US',
          hasOffers: false,
        };
        trip = language.understand(user, context).trip;
        if (!expected) continue;
        checkpoints += 1;
        const slots = differences(expected, trip);
        if (slots.length > 0) wrong.push(`${id} "${user}": ${slots.join(', ')}`);
      }
    }
    const joint = 1 - wrong.length / checkpoints;
    expect(checkpoints).toBeGreaterThan(500);
    expect(joint, `joint ${(joint * 100).toFixed(1)} %\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(
      leastJoint,
    );
  });
});

const codesOf = (place: Place | null | undefined): readonly string[] =>
  place ? [place.code, ...place.airports] : [];
const dayOf = (window: DepartureWindow | null | undefined): string | undefined =>
  window?.earliest === window?.latest ? window?.earliest : undefined;

function differences(expected: ExpectedTrip, { legs, passengers, cabin, filters }: Trip): string[] {
  const [out, back] = legs;
  const right: Record<keyof ExpectedTrip, boolean> = {
    origin: codesOf(out?.origin).some((code) => expected.origin?.codes.includes(code)),
    destination: codesOf(out?.destination).some((code) => expected.destination?.codes.includes(code)),
    departure_date: dayOf(out?.departure) === expected.departure_date,
    return_date: dayOf(back?.departure) === expected.return_date,
    passengers: travellerCount(passengers) === expected.passengers,
    cabin: cabin === expected.cabin,
    airline: filters.airlines.include.includes(expected.airline?.code ?? ''),
  };
  return (Object.keys(expected) as (keyof ExpectedTrip)[]).filter((slot) => !right[slot]);
}
