import { describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { createWords } from '../texts/words.ts';
import { emptyConversation } from './conversation.ts';
import { sayHeard } from './say-heard.ts';

describe('what a screen reader says of a new list', () => {
  it('is how many flights there are, and the cheapest price with the bags asked for', () => {
    const cards = [
      cardOf({ id: 'bare', price: '300', withBags: '390' }),
      cardOf({ id: 'full', price: '350', withBags: '360' }),
    ];
    const conversation = { ...emptyConversation, cards, heard: 'search' } as const;
    expect(sayHeard(conversation, createWords('en', 'en-US'))).toBe(
      '2 flights found, from $350, $360 with the bags.',
    );
  });
});
