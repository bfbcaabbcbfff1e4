import { expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { tripAfter } from '../corpus/trip-after.ts';
import { createLanguage } from '../create-language.ts';

const language = createLanguage(await loadAirports());
const cities = 'Boston to Denver Dec 10, Denver to Seattle Dec 12, Seattle to Boston Dec 15';
const [first, second, third] = ['BOS-DEN 2026-12-10', 'DEN-SEA 2026-12-12', 'SEA-BOS 2026-12-15'];
const legsAfter = (message: string): string[] =>
  (tripAfter(language, [cities, message])?.legs ?? []).map(
    ({ origin, destination, departure }) =>
      `${origin?.code ?? '?'}-${destination?.code ?? '?'} ${departure?.earliest ?? '?'}` +
      (departure?.timeFrom ? ` ${departure.timeFrom}` : ''),
  );

it.each([
  ['put the second leg on Dec 13', [first, 'DEN-SEA 2026-12-13', third]],
  ['move leg 2 to Dec 13', [first, 'DEN-SEA 2026-12-13', third]],
  ['the Seattle flight on Dec 13 please', [first, 'DEN-SEA 2026-12-13', third]],
  ['Seattle on Dec 13', [first, 'DEN-SEA 2026-12-13', third]],
  ['push the Denver to Seattle flight to Dec 13', [first, 'DEN-SEA 2026-12-13', third]],
  ['I want to leave Denver on Dec 13', [first, 'DEN-SEA 2026-12-13', third]],
  ['the second flight a day earlier', [first, 'DEN-SEA 2026-12-11', third]],
  ['the final leg two days later', [first, second, 'SEA-BOS 2026-12-17']],
  ['home two days later', [first, second, 'SEA-BOS 2026-12-17']],
  ['the flight from Seattle on Dec 18', [first, second, 'SEA-BOS 2026-12-18']],
  ['the Seattle flight in the morning', [first, 'DEN-SEA 2026-12-12 05:00', third]],
  ['everything a day later', ['BOS-DEN 2026-12-11', 'DEN-SEA 2026-12-13', 'SEA-BOS 2026-12-16']],
  ['Boston to Denver on Dec 11', ['BOS-DEN 2026-12-11']],
])('of several flights the one that is named changes: %s', (message, legs) => {
  expect(legsAfter(message)).toEqual(legs);
});
