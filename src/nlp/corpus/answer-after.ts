import type { Slot } from '../../domain/trip.ts';
import type { Understood } from '../../domain/understood.ts';
import type { Language } from '../language.ts';
import { corpusNow } from './scenes.ts';

/** How an answer to a question is read that was asked of the trip of a first message. */
export function answerAfter(
  language: Language,
  opening: string,
  answer: string,
  asked: readonly Slot[],
): Understood {
  const context = { asked: [], pending: [], now: corpusNow, locale: 'en-US', hasOffers: false };
  const { trip } = language.understand(opening, { ...context, trip: null });
  return language.understand(answer, { ...context, trip, asked });
}
