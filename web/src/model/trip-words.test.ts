import { describe, expect, it } from 'vitest';
import { sayChoice, sayDates, sayParty } from './trip-words.ts';

const today = '2026-11-23';

describe('edits in words', () => {
  it('name days, and the year where it is not this one', () => {
    expect(sayDates('2026-12-04', null, false, today)).toBe('leave on December 4');
    expect(sayDates('2026-12-04', null, true, today)).toBe('one way, leave on December 4');
    expect(sayDates('2026-12-30', '2027-01-08', true, today)).toBe('leave December 30, back January 8, 2027');
  });

  it('count the party with the ages of children', () => {
    expect(sayParty({ adults: 1, children: [], infants: 0 })).toBe('1 adult');
    expect(sayParty({ adults: 2, children: [5], infants: 1 })).toBe('2 adults, one child aged 5, 1 infant');
    expect(sayParty({ adults: 2, children: [5, 7, 9], infants: 0 })).toBe(
      '2 adults, 3 children aged 5, 7 and 9',
    );
  });

  it('choose by the place in the list', () => {
    expect(sayChoice(2)).toBe('The second one');
    expect(sayChoice(20)).toBe('Number 20');
  });
});
