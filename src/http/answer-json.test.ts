import { describe, expect, it } from 'vitest';
import { answerJson } from './answer-json.ts';

const cards = [{ offer_id: 'a', price: '€ 12 → “x”' }, { offer_id: 'b' }];

describe('the JSON of an answer', () => {
  it.each([
    ['with cards', { reply: 'Zürich ✈', flight_cards: cards, search: null }],
    ['with the same cards again', { reply: 'another', flight_cards: cards }],
    ['with no cards', { reply: 'none', flight_cards: [] }],
    ['that has no cards at all', { reply: 'hello', search: { left: undefined } }],
    ['that has nothing but cards', { flight_cards: cards }],
    ['that is empty', {}],
  ])('says what the answer says: %s', (_name, answer) => {
    expect(JSON.parse(answerJson(answer).toString())).toEqual(JSON.parse(JSON.stringify(answer)));
  });
});
