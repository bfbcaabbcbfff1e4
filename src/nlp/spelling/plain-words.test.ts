import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import { describe, expect, it } from 'vitest';
import { createKeywordSpeller, createPlainWords } from './plain-words.ts';
import { airlines } from '../../domain/reference/airlines.ts';
import { keywords, shorthand } from './keywords.ts';

const plainWords = createPlainWords((word) => word === 'retrun');

describe('plain words', () => {
  it.each([
    ['boston to rome on wendesday, retruns sunday', 'boston to rome on wednesday, returns sunday'],
    ['BOSTON TO ROME, BUISNESS CLASS', 'BOSTON TO ROME, BUSINESS CLASS'],
    ['Chepest w/o ryaniar nxt wk, 2 adutls', 'Cheapest without ryanair next week, 2 adults'],
    ['with dleta for sudnay and mondday', 'with delta for sunday and monday'],
    ['in Agust, on friday and sundey, 3 Apryl', 'in August, on friday and sunday, 3 April'],
    ['on Satuday, Febuary 5th', 'on Saturday, February 5th'],
    ['nonstp, no layovrs, refundible, 2 checkd bags', 'nonstop, no layovers, refundable, 2 checked bags'],
  ])('%s', (typed, meant) => {
    expect(plainWords(typed)).toBe(meant);
  });

  it.each([
    'mourning mouths and lasers under dollar prizes',
    'the Retrun family lives in Weekand',
    'from retrun to lisbon',
    "5/12 and 9/12, lax/jfk, b4u, o'clock, non-stop, wk-end",
    'sundar and I fly to rome with Agust, for avril and delia',
    'my friend Agust, me and frida, to Tomo in tokyo',
    'prix moyen, mañana por la manana',
    '東京 → ソウル 🛫',
  ])('leave as they are: %s', (text) => {
    expect(plainWords(text)).toBe(text);
  });

  it('leave every other word of the language alone', () => {
    // Words that are rarer than the slip which looks like them, and the short forms that are words.
    const slips = ['frist', 'thrid', 'cheeper', 'thru', 'tonite', 'arvo'];
    // Contractions that are words of their own, which nobody says to a travel agent.
    const contractions = ['gimme', 'cant', 'hows', 'lets', 'theres', 'whats', 'wheres', 'wont'];
    const correct = createKeywordSpeller();
    const changed = readFileSync(wordListPath, 'utf8')
      .split('\n')
      .filter((word) => correct(word) !== undefined || shorthand.has(word));
    expect(new Set(changed)).toEqual(new Set([...slips, ...contractions]));
  });

  it('leave the names of airlines alone', () => {
    const correct = createKeywordSpeller();
    const words = [...airlines.values()]
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .join(' ')
      .toLowerCase()
      .split(/[ -]/);
    expect(words.filter((word) => correct(word) !== undefined)).toEqual([]);
  });

  it('put every keyword right where two of its letters changed places, and never take one for another', () => {
    const correct = createKeywordSpeller();
    for (const keyword of keywords) {
      expect(correct(keyword)).toBeUndefined();
      const swapped = `${keyword.slice(0, 2)}${keyword.charAt(3)}${keyword.charAt(2)}${keyword.slice(4)}`;
      expect([keyword, undefined]).toContain(correct(swapped));
    }
  });
});
