import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../domain/reference/airports.ts';
import type { Slot } from '../domain/trip.ts';
import { answerAfter } from './corpus/answer-after.ts';
import { createLanguage } from './create-language.ts';
import type { Language } from './language.ts';

let language: Language;
beforeAll(async () => {
  language = createLanguage(await loadAirports());
});

/** Whether an answer leaves the day open, to a question that is asked of a trip from Boston to Rome. */
const leavesDayOpen = (answer: string, asked: readonly Slot[], opening = 'Boston to Rome'): boolean =>
  answerAfter(language, opening, answer, asked).anyDay === true;

describe('an answer to which day', () => {
  it.each([
    'any time',
    'pretty flexible',
    "we're flexible",
    'the dates are flexible',
    'whenever it is cheapest',
    "haven't decided yet",
    'no idea',
    "it doesn't matter",
    'no fixed date yet',
  ])('leaves it open: “%s”', (answer) => {
    expect(leavesDayOpen(answer, ['departure_date'])).toBe(true);
  });

  it.each([
    'any time in March',
    'flexible, but not before May 3',
    'not sure, maybe on Friday',
    'I do not know this airport',
    'the cheapest airline',
    'any airline',
  ])('names a day, or speaks of something else: “%s”', (answer) => {
    expect(leavesDayOpen(answer, ['departure_date'])).toBe(false);
  });

  it('is one only where that was asked and no day is known', () => {
    expect(leavesDayOpen('whenever', ['origin'])).toBe(false);
    expect(leavesDayOpen('whenever', ['departure_date'], 'Boston to Rome on March 3')).toBe(false);
  });
});
