import { expect, it } from 'vitest';
import { newConversation } from '../domain/conversation.ts';
import { emptyTrip, type Trip } from '../domain/trip.ts';
import type { Slot } from '../domain/trip.ts';
import type { Understood } from '../domain/understood.ts';
import { answerMove } from './answer.ts';

const lisbon = {
  kind: 'airport',
  code: 'LIS',
  name: 'Lisbon',
  country: 'PT',
  region: null,
  airports: ['LIS'],
} as const;
const toLisbon: Trip = { ...emptyTrip, legs: [{ origin: null, destination: lisbon, departure: null }] };
const aside = (trip: Trip | null, missing: readonly Slot[]) =>
  answerMove(
    { kind: 'talk', about: 'out_of_scope' },
    { ...newConversation('en-US', 'USD', null), trip },
    { trip: trip ?? emptyTrip, missing } as Understood,
    '2026-11-23',
  );

it('what is not ours is followed by the question for what the trip still lacks', () => {
  const { reply, conversation } = aside(toLisbon, ['origin', 'departure_date']);
  expect(reply).toMatch(/^That is outside what I can do.* To Lisbon\. Where will you be flying from\?$/u);
  expect(conversation.asked).toEqual(['origin']);
});

it('what is not ours is followed by the first question where nothing is known', () => {
  const { reply, conversation } = aside(null, ['origin', 'destination', 'departure_date']);
  expect(reply).toMatch(/Where would you like to go\?$/u);
  expect(conversation.asked).toEqual([]);
});
