import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import { corpora } from '../corpus/corpora.ts';
import { corpusNow } from '../corpus/scenes.ts';
import { createGazetteer } from '../gazetteer/create-gazetteer.ts';
import { readMessage } from '../message.ts';
import { createAirlineNames } from '../parsers/airline-names.ts';
// Every module that has patterns.
import '../understand.ts';
import { listedPatterns, partOf, passageOf, type Passage } from './passage.ts';

const mayMatch = ({ open }: Passage, number: number): boolean =>
  ((open[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;

/** Patterns that match in a passage although no word of it says that they might. */
const overlooked = (passage: Passage): string[] =>
  listedPatterns().flatMap(({ source, flags }, number) =>
    !mayMatch(passage, number) && new RegExp(source, flags.replace('y', '')).test(passage.text)
      ? [`${source.slice(0, 80)} in "${passage.text}"`]
      : [],
  );

describe('the patterns that a passage leaves out', () => {
  let passages: Passage[];
  beforeAll(async () => {
    const lexicon = {
      gazetteer: createGazetteer(await loadAirports()),
      airlines,
      airlineNames: createAirlineNames([...airlines.values()]),
    };
    const context = { trip: null, pending: [], now: corpusNow, locale: 'en-US', hasOffers: true };
    passages = Object.values(corpora)
      .flat()
      .flatMap(({ say, asked = [] }) => {
        const { lower, whole, wishes, normalised } = readMessage(say, lexicon, { ...context, asked });
        return [passageOf(normalised), lower, whole, wishes];
      });
  });

  it('match nothing in any phrase of the corpora', () => {
    expect(listedPatterns().length).toBeGreaterThan(200);
    expect(passages.flatMap(overlooked)).toEqual([]);
  });

  it('are most of them', () => {
    const shares = passages.map(
      (passage) =>
        listedPatterns().filter((_, number) => mayMatch(passage, number)).length / listedPatterns().length,
    );
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.25);
  });

  it('match nothing in texts made of their own words', () => {
    const words = [
      ...new Set(
        listedPatterns().flatMap(
          ({ source }) => source.replace(/\\b/g, ' ').match(/[a-z']+|\\ue00\d/g) ?? [],
        ),
      ),
    ].map((word) =>
      word.startsWith('\\u') ? String.fromCharCode(Number.parseInt(word.slice(2), 16)) : word,
    );
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '2',
          '15',
          '2027-03-04',
          '9:40',
          '$700',
          '#3',
          '\uE000',
          '\uE001',
          'é',
          'X',
          '_',
        ),
      },
    );
    const gap = fc.oneof(
      { weight: 8, arbitrary: fc.constant(' ') },
      { weight: 1, arbitrary: fc.constantFrom('', '-', ', ', '. ', "'", '/', '? ') },
    );
    const text = fc
      .array(fc.tuple(piece, gap), { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.flat().join('').trim());
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (written, from, to) => {
        const passage = passageOf(written);
        expect(overlooked(passage)).toEqual([]);
        expect(overlooked(partOf(passage, Math.min(from, to), Math.max(from, to)))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
