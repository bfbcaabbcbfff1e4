import type { Language, UnderstandContext } from '../nlp/language.ts';
import type { Understood } from '../domain/understood.ts';

export interface RememberedLanguageParts {
  readonly language: Language;
  /** How long a reading is kept, milliseconds. */
  readonly ttlMs: number;
  readonly most: number;
  readonly nowMs: () => number;
  readonly onLookup: (hit: boolean) => void;
}

/**
 * Remembers readings by text, locale, hour and everything else they depend on: a reading is a pure function of these, so a hit can never
 * be wrong. The hour stands for the present because "tonight" and "in two hours" are read against it.
 */
export function rememberLanguage({
  language,
  ttlMs,
  most,
  nowMs,
  onLookup,
}: RememberedLanguageParts): Language {
  const readings = new Map<string, { understood: Understood; endsAtMs: number }>();
  return {
    suggestPlaces: (query, limit) => language.suggestPlaces(query, limit),
    placeOfCode: (code) => language.placeOfCode(code),
    understand(message, context) {
      const key = keyOf(message, context);
      const known = readings.get(key);
      const hit = known !== undefined && known.endsAtMs > nowMs();
      onLookup(hit);
      if (hit) return known.understood;
      const understood = language.understand(message, context);
      readings.delete(key);
      readings.set(key, { understood, endsAtMs: nowMs() + ttlMs });
      const [oldest] = readings.keys();
      if (readings.size > most && oldest !== undefined) readings.delete(oldest);
      return understood;
    },
  };
}

const keyOf = (
  message: string,
  { trip, previous, asked, pending, now, locale, hasOffers }: UnderstandContext,
): string => JSON.stringify([message, hourOf(now), locale, hasOffers, asked, pending, trip, previous]);

const hours = new WeakMap<Temporal.PlainDateTime, string>();

/** "2026-12-04T18". Remembered, because the turns of a minute are read against the same moment. */
function hourOf(now: Temporal.PlainDateTime): string {
  let hour = hours.get(now);
  if (hour === undefined) hours.set(now, (hour = now.toString().slice(0, 13)));
  return hour;
}
