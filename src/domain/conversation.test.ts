import { expect, it } from 'vitest';
import { discussing, newConversation, showing } from './conversation.ts';

const fresh = newConversation('en-US', 'USD', null);

it('the offers that were talked about are remembered, the last one first and each once', () => {
  const one = discussing(fresh, ['a'], 'bags');
  expect(one).toMatchObject({ focus: 'a', discussed: ['a'], topic: 'bags' });
  const more = discussing(discussing(one, ['b', 'c'], 'compare'), ['a']);
  expect(more).toMatchObject({ focus: 'a', discussed: ['a', 'b', 'c'], topic: 'compare' });
});

it('another list on the table begins with its first offer and nothing talked about', () => {
  const shown = showing(discussing(fresh, ['a'], 'bags'), ['x', 'y']);
  expect(shown).toMatchObject({ shown: ['x', 'y'], focus: 'x', discussed: [] });
  expect(shown).not.toHaveProperty('topic');
  expect(showing(fresh, []).focus).toBeNull();
});
