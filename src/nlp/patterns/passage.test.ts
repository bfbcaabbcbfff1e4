import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { corpora } from '../corpus/corpora.ts';
import { corpusNow } from '../corpus/scenes.ts';
import { createLexicon } from '../create-language.ts';
import { readMessage } from '../message.ts';
// And with it every module that has patterns.
import { understand } from '../understand.ts';
import { createKnownPassages, listedPatterns, partOf, passageOf, readOnce, type Passage } from './passage.ts';
import { Pattern } from './pattern.ts';

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
    const lexicon = { ...createLexicon(await loadAirports()), passages: passageOf };
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

describe('a passage that is known', () => {
  const stops = new Pattern(/\b(\d) stops?\b/g);
  const seats = new Pattern(/\bseats?\b/g);

  it('is the same one the next time, with its parts and what was read in it', () => {
    const passages = createKnownPassages();
    const passage = passages('at most 1 stop or 2 stops');
    let reads = 0;
    const read = () => readOnce(passage, stops, () => (reads += 1));
    expect([read(), read(), reads]).toEqual([1, 1, 1]);
    expect(passages('at most 1 stop or 2 stops')).toBe(passage);
    expect(partOf(passage, 8)).toBe(partOf(passage, 8));
    expect(stops.matches(passage)).toBe(stops.matches(passage));
    expect(stops.matches(passage).map(([, count]) => count)).toEqual(['1', '2']);
    expect(stops.exec(partOf(passage, 15))?.[1]).toBe('2');
    expect(stops.blankIn(passage)).toBe(stops.blankIn(passage));
    expect(stops.blankIn(passage).text).toBe('at most        or        ');
  });

  it('tries no pattern twice that matches nothing, and leaves that to each part', () => {
    const passage = createKnownPassages()('1 stop, seats by the window');
    const before = partOf(passage, 0, 6);
    expect(seats.test(before)).toBe(false);
    expect(seats.mayMatch(before)).toBe(false);
    expect(seats.test(passage)).toBe(true);
    expect(seats.matches(passage)).toHaveLength(1);
  });

  it('is forgotten after many others, and a long one at once', () => {
    const passages = createKnownPassages();
    const first = passages('1 stop');
    for (let nth = 0; nth < 499; nth += 1) passages(`${nth} seats`);
    expect(passages('1 stop')).toBe(first);
    passages('one more');
    expect(passages('1 stop')).not.toBe(first);
    const long = 'a stop '.repeat(40);
    expect(passages(long)).not.toBe(passages(long));
    const parts = Array.from({ length: 65 }, (_, from) => partOf(passages('x'.repeat(70)), from));
    expect(parts.map((part) => part.known !== null).indexOf(false)).toBe(64);
  });

  it('changes nothing of how any phrase of the corpora is read', async () => {
    const lexicon = createLexicon(await loadAirports());
    const known = { ...lexicon, passages: createKnownPassages() };
    const anew = { ...lexicon, passages: passageOf };
    const context = { trip: null, pending: [], now: corpusNow, locale: 'en-US' };
    let count = 0;
    for (const hasOffers of [false, true])
      for (const { say, asked = [] } of Object.values(corpora).flat()) {
        const scene = { ...context, asked, hasOffers };
        const expected = understand(say, scene, anew);
        for (let time = 0; time < 2; time += 1) expect(understand(say, scene, known)).toEqual(expected);
        count += 1;
      }
    expect(count).toBeGreaterThan(2000);
  });
});
