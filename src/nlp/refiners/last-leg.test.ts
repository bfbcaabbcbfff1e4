import { expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { createLanguage } from '../create-language.ts';
import { emptyTrip, type Trip } from '../../domain/trip.ts';

const language = createLanguage(await loadAirports());
const now = Temporal.PlainDateTime.from('2026-11-26T12:00');
const say = (message: string, trip: Trip) =>
  language.understand(message, { trip, asked: [], pending: [], now, locale: 'en-US', hasOffers: true });
const routeOf = ({ legs }: Trip) => legs.map((leg) => `${leg.origin?.code}-${leg.destination?.code}`);
const { trip } = say(
  'Boston to Denver Dec 10, Denver to Seattle Dec 12, Seattle to Boston Dec 15',
  emptyTrip,
);

it.each([
  ['take out the last flight', ['BOS-DEN', 'DEN-SEA']],
  ['remove the last one', ['BOS-DEN', 'DEN-SEA']],
  ['drop the first leg', ['DEN-SEA', 'SEA-BOS']],
  ['remove the second one', ['BOS-DEN', 'DEN-SEA', 'SEA-BOS']],
])('%s', (message, route) => {
  const understood = say(message, trip);
  expect(understood.intent).toBe('refine_search');
  expect(routeOf(understood.trip)).toEqual(route);
});
