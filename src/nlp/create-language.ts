import { airlines } from '../domain/reference/airlines.ts';
import type { Airports } from '../domain/reference/airports.ts';
import { createGazetteer } from './gazetteer/create-gazetteer.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './message.ts';
import { createKnownPassages } from './patterns/passage.ts';
import { createAirlineNames } from './parsers/airline-names.ts';
import { createPlainWords } from './spelling/plain-words.ts';
import { understand } from './understand.ts';

/**
 * The built-in language engine over the airports of the world. Builds its indexes and reads a few phrases for practice: about half a second,
 * once. Whoever has one message to read does without the practice.
 */
export function createLanguage(airports: Airports, { practised = true } = {}): Language {
  const lexicon = createLexicon(airports);
  const { gazetteer } = lexicon;
  const language: Language = {
    understand: (message, context) => understand(message, context, lexicon),
    suggestPlaces: (query, limit) => gazetteer.suggest(query, limit),
    placeOfCode: (code) => gazetteer.placeOfCode(code),
  };
  if (practised) practise(language);
  return language;
}

/** What the reading of messages knows of the world, with nothing read yet. */
export function createLexicon(airports: Airports): Lexicon {
  const gazetteer = createGazetteer(airports);
  return {
    gazetteer,
    airlines,
    airlineNames: createAirlineNames([...airlines.values()]),
    passages: createKnownPassages(),
    plainWords: createPlainWords((word) => gazetteer.hasWord(word)),
  };
}

/** Patterns are compiled at their first use and again, to machine code, a little later; a traveller's first message should not wait for that. */
function practise(language: Language): void {
  const phrases = [
    'from Boton to Lisbn next Friday, back the Sunday after, under $700',
    'when does the second one land?',
    'hello',
    'morgen von Hamburg nach Rom, nur direkt',
  ];
  for (const phrase of [...phrases, ...phrases]) {
    language.understand(phrase, {
      trip: null,
      asked: [],
      pending: [],
      now: Temporal.PlainDateTime.from('2026-01-01T12:00'),
      locale: 'en-US',
      hasOffers: true,
    });
  }
}
