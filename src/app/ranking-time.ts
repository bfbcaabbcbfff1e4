import { context, createContextKey, type Context, type Tracer } from '@opentelemetry/api';
import type { TurnEvent } from '../contract/events.ts';
import type { Results } from '../contract/search.ts';

/** When a turn ranks, seen from outside: ranking is pure and knows of no spans. */
export interface RankingTime {
  /** The turn's context with the watch in it, for the search below. */
  readonly within: Context;
  saw(event: TurnEvent): void;
  /** Makes the span of a turn that has ranked. */
  tell(tracer: Tracer, results: Pick<Results, 'offers' | 'cards'>): void;
}

interface Marks {
  fromMs: number | null;
  toMs: number | null;
}

const key = createContextKey('when the turn of this context ranks');

/**
 * Ranking begins with the last word of the sources or, without a search, where the message is understood, and ends where the turn
 * is saved: putting the ranking into words is part of it.
 */
export function timeRanking(turn: Context): RankingTime {
  const marks: Marks = { fromMs: null, toMs: null };
  return {
    within: turn.setValue(key, marks),
    saw({ event }) {
      if (event === 'understanding-ready') Object.assign(marks, { fromMs: performance.now(), toMs: null });
    },
    tell(tracer, { offers, cards }) {
      if (marks.fromMs === null || marks.toMs === null) return;
      const attributes = { 'windrose.offers': offers, 'windrose.cards': cards };
      tracer.startSpan('ranking', { startTime: marks.fromMs, attributes }, turn).end(marks.toMs);
    },
  };
}

/** The sources have said something more to the turn that is under way. */
export function markAnswered(): void {
  const marks = context.active().getValue(key) as Marks | undefined;
  if (marks) marks.fromMs = performance.now();
}

/** The turn that is under way has its reply and is about to be saved. */
export function markSpoken(): void {
  const marks = context.active().getValue(key) as Marks | undefined;
  if (marks) marks.toMs ??= performance.now();
}
