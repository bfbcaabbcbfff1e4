import type { Trip } from '../../domain/trip.ts';
import type { Language } from '../language.ts';
import { corpusNow } from './scenes.ts';

/** The trip that messages one after another come to, offers being shown after the first. */
export function tripAfter(language: Language, messages: readonly string[]): Trip | null {
  let trip: Trip | null = null;
  for (const message of messages)
    ({ trip } = language.understand(message, {
      trip,
      asked: [],
      pending: [],
      now: corpusNow,
      locale: 'en-US',
      hasOffers: trip !== null,
    }));
  return trip;
}
