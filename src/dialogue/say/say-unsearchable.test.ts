import { describe, expect, it } from 'vitest';
import { formatsFor } from '../format.ts';
import type { Move } from '../move.ts';
import { withUnsearchable } from './say-unsearchable.ts';

const formats = formatsFor('en-US', 2026);
const ask: Move = { kind: 'ask', slot: 'departure_date' };
const search: Move = { kind: 'search' };

describe('what was wished for and cannot be searched', () => {
  it('is said behind what was found', () => {
    expect(withUnsearchable('Here they are.', ['seat', 'meal'], search, formats)).toBe(
      'Here they are.\n\nI cannot search for a certain seat or meals: these flights are shown without regard to that.',
    );
  });

  it('is said before a question, so that the question is the last word', () => {
    expect(withUnsearchable('Which day?', ['animal'], ask, formats)).toBe(
      'I cannot search for room for an animal. Which day?',
    );
  });

  it('says what is done instead, where that is not nothing', () => {
    expect(withUnsearchable('Here they are.', ['shared_bags'], search, formats)).toBe(
      'Here they are.\n\nI count checked bags for each traveller: enough for all of those that you share, rounded up.',
    );
    expect(withUnsearchable('Which day?', ['condition', 'meal'], ask, formats)).toBe(
      'I cannot search for meals. I cannot make one wish depend on another, so that condition is left out. Which day?',
    );
  });

  it('is nothing where nothing was wished for, or nobody talks of a search', () => {
    expect(withUnsearchable('Here they are.', [], search, formats)).toBe('Here they are.');
    expect(withUnsearchable('Hello!', ['seat'], { kind: 'talk', about: 'greet' }, formats)).toBe('Hello!');
  });
});
