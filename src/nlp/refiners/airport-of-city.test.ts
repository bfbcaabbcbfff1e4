import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { answerAfter } from '../corpus/answer-after.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** Both ends after an answer to where a trip to a city begins. */
function endsAfter(opening: string, answer: string): (string | undefined)[] {
  const [leg] = answerAfter(language, opening, answer, ['origin']).trip.legs;
  return [leg?.origin?.code, leg?.destination?.code];
}

describe('an airport, asked where a trip begins', () => {
  it.each([
    ['flight to London', 'Stansted', [undefined, 'STN']],
    ['flight to Tokyo', 'Haneda', [undefined, 'HND']],
    ['flight to London', 'Dublin', ['DUB', 'LON']],
    ['flight to Tokyo', 'Osaka Itami', ['ITM', 'TYO']],
  ])('of “%s”: “%s”', (opening, answer, ends) => {
    expect(endsAfter(opening, answer)).toEqual(ends);
  });
});
