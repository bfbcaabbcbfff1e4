import { airlines } from '../domain/reference/airlines.ts';
import type { Airports } from '../domain/reference/airports.ts';
import { createGazetteer } from './gazetteer/create-gazetteer.ts';
import type { Language } from './language.ts';
import { createAirlineNames } from './parsers/airline-names.ts';
import { understand } from './understand.ts';

/** The built-in language engine over the airports of the world. Builds its indexes once, about half a second. */
export function createLanguage(airports: Airports): Language {
  const gazetteer = createGazetteer(airports);
  const lexicon = { gazetteer, airlines, airlineNames: createAirlineNames(airlines.values()) };
  return {
    understand: (message, context) => understand(message, context, lexicon),
    suggestPlaces: (query, limit) => gazetteer.suggest(query, limit),
  };
}
