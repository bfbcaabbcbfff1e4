import { expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { stage } from '../corpus/scenes.ts';
import { createLanguage } from '../create-language.ts';

it('asks again for the day of the way that was said of', async () => {
  const language = createLanguage(await loadAirports());
  const contextOf = stage(language);
  const slotsOf = (say: string) =>
    language.understand(say, contextOf({ say, expect: {} })).unresolved.map(({ slot }) => slot);
  expect(slotsOf('Boston to Rome on February 31')).toEqual(['departure_date']);
  expect(slotsOf('Boston to Rome for a week in February, back on February 31')).toEqual(['return_date']);
});
