import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../domain/reference/airports.ts';
import { decimalAmount } from '../domain/money.ts';
import { emptyTrip, type DepartureWindow, type Trip } from '../domain/trip.ts';
import type { Ambiguity, Understood } from '../domain/understood.ts';
import { createLanguage } from './create-language.ts';
import type { Language, UnderstandContext } from './language.ts';
import { dates } from './corpus/dates.ts';
import { intents } from './corpus/intents.ts';
import { multiCity } from './corpus/multi-city.ts';
import { offers } from './corpus/offers.ts';
import { party } from './corpus/party.ts';
import { places } from './corpus/places.ts';
import { preferences } from './corpus/preferences.ts';
import type { Expected, Row, Scene } from './corpus/row.ts';

const now = Temporal.PlainDateTime.from('2026-11-23T09:00');
let language: Language;
const scenes = new Map<Scene, { trip: Trip | null; pending: readonly Ambiguity[] }>();

beforeAll(async () => {
  language = createLanguage(await loadAirports());
  const say = (message: string): Understood => language.understand(message, contextOf('new', null, []));
  const scene = (name: Scene, message: string) => {
    const { trip, ambiguous } = say(message);
    scenes.set(name, { trip, pending: ambiguous });
  };
  scenes.set('new', { trip: null, pending: [] });
  scene('offers', 'Boston to Lisbon on December 4, back on December 13');
  scene('one way', 'one way from Boston to Lisbon on December 4');
  scene('to Lisbon', 'to Lisbon');
  scene('from Boston', 'from Boston');
  scene('undated', 'Boston to Lisbon');
  scene('no return', 'round trip from Boston to Lisbon on December 4');
  scene('which Portland', 'New York to Portland');
});

const contextOf = (
  scene: Scene,
  trip: Trip | null,
  asked: UnderstandContext['asked'],
  locale = 'en-US',
): UnderstandContext => ({
  trip,
  asked,
  pending: scenes.get(scene)?.pending ?? [],
  now,
  locale,
  hasOffers: scene === 'offers' || scene === 'one way',
});

describe.each([
  ['places', places],
  ['dates', dates],
  ['party', party],
  ['preferences', preferences],
  ['offers', offers],
  ['multi-city', multiCity],
  ['intents', intents],
])('%s', (_, rows: readonly Row[]) => {
  it.each(
    rows.map(
      (row) =>
        [
          `${row.say} (${row.scene ?? 'new'}${row.asked?.length ? `, asked ${row.asked.join()}` : ''})`,
          row,
        ] as const,
    ),
  )('%s', (_name, { say, scene = 'new', asked = [], locale, expect: expected }) => {
    const before = scenes.get(scene)?.trip ?? null;
    const understood = language.understand(say, contextOf(scene, before, asked, locale));
    expect(pick(summaryOf(understood), expected)).toEqual(normalised(expected));
  });
});

const normalised = (expected: Expected) => ({
  ...expected,
  ...(expected.stated && { stated: [...expected.stated].sort() }),
  ...(expected.changed && { changed: [...expected.changed].sort() }),
});

const pick = (summary: Required<Expected>, expected: Expected) =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, summary[key as keyof Expected]]));

const days = (window: DepartureWindow | null | undefined): string | null =>
  window
    ? window.earliest === window.latest
      ? window.earliest
      : `${window.earliest}..${window.latest}`
    : null;
const times = (window: DepartureWindow | null | undefined): string =>
  `${window?.timeFrom ?? ''}-${window?.timeTo ?? ''}`;

function summaryOf({ trip, ...understood }: Understood): Required<Expected> {
  const { filters, legs, stayNights } = trip;
  const [out, back] = legs;
  return {
    intent: understood.intent,
    type: trip.tripType,
    from: out?.origin?.code ?? null,
    to: out?.destination?.code ?? null,
    legs: legs.map(
      (leg) => `${leg.origin?.code ?? '?'}-${leg.destination?.code ?? '?'} ${days(leg.departure) ?? '?'}`,
    ),
    leave: days(out?.departure),
    back: days(back?.departure),
    leaveTime: times(out?.departure),
    backTime: times(back?.departure),
    stay:
      stayNights &&
      (stayNights.min === stayNights.max
        ? String(stayNights.min)
        : `${String(stayNights.min)}-${String(stayNights.max)}`),
    party: [trip.passengers.adults, trip.passengers.children, trip.passengers.infants],
    cabin: trip.cabin,
    with: filters.airlines.include,
    without: filters.airlines.exclude,
    alliances: filters.alliances,
    stops: filters.maxStops,
    price:
      filters.maxPrice && `${String(Number(decimalAmount(filters.maxPrice)))} ${filters.maxPrice.currency}`,
    hours: filters.maxDurationMinutes === null ? null : filters.maxDurationMinutes / 60,
    layover: `${String(filters.minLayoverMinutes ?? '')}-${String(filters.maxLayoverMinutes ?? '')}`,
    overnight: filters.noOvernightLayover,
    avoid: filters.avoidAirports,
    bags: filters.checkedBags,
    refundable: filters.refundableOnly,
    arriveBy: filters.arriveBy,
    sort: trip.sort,
    missing: understood.missing,
    stated: [...understood.stated].sort(),
    changed: [...understood.changed].sort(),
    ambiguous: understood.ambiguous.map(({ phrase }) => phrase),
    unresolved: understood.unresolved.map(({ phrase }) => phrase),
    references: understood.references,
    topic: understood.topic,
  };
}

it('starts from a trip of which nothing is known', () => {
  expect(language.understand('hello', contextOf('new', null, [])).trip).toEqual(emptyTrip);
});
