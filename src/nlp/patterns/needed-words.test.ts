import { describe, expect, it } from 'vitest';
import { neededWords } from './needed-words.ts';

describe('neededWords', () => {
  it.each<[RegExp, readonly string[] | null]>([
    [/\bfree cancellation\b/, ['free ']],
    [/\b(?:fewer|less) stops\b/, ['fewer ', 'less ']],
    [/\bcheap(?:est)?\b/, ['cheap ', 'cheapest ']],
    [/\bany (?:airlines?|carriers?)\b/, ['airline', 'airlines', 'carrier', 'carriers']],
    [/\bone[- ]?way\b/, ['oneway ', 'one ']],
    [/^(?:hi|hello)(?![a-z'])/, ['hi ', 'hello ']],
    [/(?:^|[^a-z])via $/, ['via ']],
    [/\d{1,2} ?(?:am|pm)/, ['am', 'pm']],
    [/\b\d{1,3}(?:st|nd)\b/, ['st ', 'nd ']],
    [/fianc[eé]e? visa/, ['visa']],
    [/#(\d)/, ['#']],
    [/to \uE000/, ['\uE000']],
    [/\bgr(?:e|a)y\b/, ['grey ', 'gray ']],
    // Not at the beginning of a word for certain, or nothing certain at all.
    [/stop/, null],
    [/\w{1,3}port\b/, null],
    [/\b(?:stops?)?/, null],
    [/[a-z]{2}|\bstop\b/, null],
    // Without regard to case.
    [/\bstop\b/i, null],
  ])('of %s', (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  it('looks no further than a pattern can be followed', () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `x${'abcdefghij'[index % 10] ?? ''}${'k'.repeat(index / 10)}`,
    );
    expect(neededWords(new RegExp(`\\b(?:${many.join('|')})(?: a| b)? luggage\\b`))).toEqual(['luggage ']);
  });
});
