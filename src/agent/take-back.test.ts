import { beforeAll, expect, it } from 'vitest';
import { newConversation, type Conversation } from '../domain/conversation.ts';
import { loadAirports } from '../domain/reference/airports.ts';
import type { Understood } from '../domain/understood.ts';
import { createLanguage } from '../nlp/create-language.ts';
import type { Language } from '../nlp/language.ts';
import { previousTrip, takenBack } from './take-back.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** What a conversation and the reading of its last message come to. */
function talk(...messages: string[]): { conversation: Conversation; understood: Understood | undefined } {
  let conversation = newConversation('en-US', 'USD', null);
  let understood: Understood | undefined;
  for (const message of messages) {
    const read = language.understand(message, {
      trip: conversation.trip,
      asked: [],
      pending: [],
      now: Temporal.PlainDateTime.from('2026-12-01T10:00'),
      locale: 'en-US',
      hasOffers: true,
    });
    understood = takenBack(read, conversation);
    conversation = { ...conversation, trip: understood.trip, ...previousTrip(conversation, understood) };
  }
  return { conversation, understood };
}

const opening = 'Boston to Lisbon on January 20, back on January 27';
const cabinAfter = (...messages: string[]) => talk(opening, ...messages).conversation.trip?.cabin;

it.each([
  'undo that',
  'undo',
  'Actually, go back to how it was before',
  'please put it back',
  'revert',
  'drop that',
  'take that off again',
])('the last change is taken back: %s', (words) => {
  expect(cabinAfter('business class')).toBe('business');
  expect(cabinAfter('business class', words)).toBe(null);
  const { understood } = talk(opening, 'business class', words);
  expect([understood?.intent, understood?.changed]).toEqual(['refine_search', ['cabin']]);
});

it('talk in between changes nothing, and a second time brings the change again', () => {
  expect(cabinAfter('business class', 'thanks', 'undo')).toBe(null);
  expect(cabinAfter('business class', 'undo', 'undo')).toBe('business');
});

it.each(['undo the price filter', 'go back on the 28th', 'I want to go back'])(
  'other words for going back are no such thing: %s',
  (words) => expect(cabinAfter('business class', words)).toBe('business'),
);

it('there is nothing to take back before anything was said', () => {
  expect(talk('undo that').understood?.changed).toEqual([]);
});
