import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { FlightCard } from '../../src/contract/flight-card.ts';
import { aircraftName } from '../../src/domain/reference/aircraft.ts';

/** Everything that the structured part of an answer says, in the units in which a reply may repeat it. */
export interface Facts {
  /** "USD 93100": currency and hundredths. */
  readonly money: ReadonlySet<string>;
  /** "HH:MM". */
  readonly times: ReadonlySet<string>;
  readonly minutes: ReadonlySet<number>;
  /** ISO dates. */
  readonly days: ReadonlySet<string>;
  /** "TP 218". */
  readonly flights: ReadonlySet<string>;
  readonly percents: ReadonlySet<number>;
  /** Passengers, ages, stops, bags, seats, nights, kilograms, cards, offers. */
  readonly counts: ReadonlySet<number>;
  /** How many places the list has that cards are named by. */
  readonly places: number;
}

/** What an answer's data says, without the sentences in it: reasons and warnings are words of ours, and are checked like the reply. */
export function factsOf(answer: ChatAnswer): Facts {
  const { flight_cards: cards, state_summary: trip, results, search } = answer;
  const said = { money: new Set<string>(), times: new Set<string>(), days: new Set<string>() };
  const minutes = new Set<number>();
  const counts = new Set<number>();
  walk({ cards: cards.map(withoutSentences), trip, results, search });
  const durations = cards.map(({ legs }) => sum(legs.map((leg) => leg.duration_minutes)));
  for (const a of durations) for (const b of durations) minutes.add(Math.abs(a - b));
  const prices = cards.flatMap(({ price, fares }) => [
    price.total,
    ...(price.with_bags ? [price.with_bags] : []),
    ...fares.map(({ total }) => total),
  ]);
  for (const a of prices)
    for (const b of prices)
      if (a.currency === b.currency)
        said.money.add(`${a.currency} ${Math.abs(hundredths(a) - hundredths(b))}`);
  for (const a of stopsOf(cards)) for (const b of [0, ...stopsOf(cards)]) counts.add(Math.abs(a - b));
  for (const { co2_kg: kg } of cards) if (kg !== null) counts.add(Math.round(kg));
  if (trip) for (const list of [trip.passengers.children, trip.legs]) counts.add(list.length);
  const median = results?.median_co2_kg ?? null;
  const percents = new Set(
    cards.flatMap(({ co2_kg: kg }) => (kg === null || !median ? [] : [Math.round((1 - kg / median) * 100)])),
  );
  const flights = new Set(
    cards.flatMap(({ legs }) => legs.flatMap((leg) => leg.segments.map((s) => s.flight))),
  );
  return { ...said, minutes, counts, percents, flights, places: results?.cards ?? cards.length };

  function walk(value: unknown, key = ''): void {
    if (typeof value === 'number') {
      (key.endsWith('minutes') ? minutes : counts).add(value);
    } else if (typeof value === 'string') {
      if (key === 'aircraft')
        for (const [figures] of (aircraftName(value) ?? value).matchAll(/\d+/gu)) counts.add(Number(figures));
      const [, day, time] = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?/u.exec(value) ?? [];
      if (day) said.days.add(day);
      if (time) said.times.add(time);
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, key);
    } else if (typeof value === 'object' && value !== null) {
      if (isMoney(value)) said.money.add(`${value.currency} ${hundredths(value)}`);
      else for (const [name, inner] of Object.entries(value)) walk(inner, name);
    }
  }
}

const withoutSentences = ({ reasons: _reasons, warnings: _warnings, ...card }: FlightCard) => card;

const stopsOf = (cards: readonly FlightCard[]): number[] =>
  cards.map(({ legs }) => sum(legs.map(({ stops }) => stops)));

const isMoney = (value: object): value is { amount: string; currency: string } =>
  'amount' in value && 'currency' in value;
const hundredths = ({ amount }: { amount: string }): number => Math.round(Number(amount) * 100);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
