import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../domain/reference/airports.ts';
import { emptyTrip } from '../domain/trip.ts';
import { corpora } from './corpus/corpora.ts';
import type { Row } from './corpus/row.ts';
import { stage } from './corpus/scenes.ts';
import { mismatches } from './corpus/summary.ts';
import { createLanguage } from './create-language.ts';
import type { Language, UnderstandContext } from './language.ts';

let language: Language;
let contextOf: (row: Row) => UnderstandContext;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
  contextOf = stage(language);
});

const nameOf = ({ say, scene, asked = [] }: Row): string =>
  `${say} (${scene ?? 'new'}${asked.length > 0 ? `, asked ${asked.join()}` : ''})`;

describe.each(Object.entries(corpora))('%s', (_, rows) => {
  it.each(rows.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => {
    const understood = language.understand(row.say, contextOf(row));
    expect(mismatches(understood, row.expect)).toEqual([]);
  });
});

it('starts from a trip of which nothing is known', () => {
  expect(language.understand('hello', contextOf({ say: 'hello', expect: {} })).trip).toEqual(emptyTrip);
});
