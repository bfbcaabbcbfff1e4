import { context, ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TurnEvent } from '../contract/events.ts';
import { markAnswered, markSpoken, timeRanking } from './ranking-time.ts';

const clock = { ms: 0 };
beforeEach(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms);
});
afterEach(() => {
  context.disable();
  vi.restoreAllMocks();
});

/** Spans as when they began and ended. */
function watch() {
  const spans: { name: string; from: unknown; to: unknown }[] = [];
  const tracer = {
    startSpan: (name: string, { startTime }: { startTime: number }) => ({
      end: (to: number) => spans.push({ name, from: startTime, to }),
    }),
  } as unknown as Tracer;
  const ranking = timeRanking(ROOT_CONTEXT);
  const at = (ms: number, event: TurnEvent['event']) => {
    clock.ms = ms;
    ranking.saw({ event } as TurnEvent);
  };
  const answeredAt = (ms: number) => {
    clock.ms = ms;
    context.with(ranking.within, markAnswered);
  };
  const savedAt = (ms: number) => {
    clock.ms = ms;
    context.with(ranking.within, markSpoken);
  };
  return { at, answeredAt, savedAt, tell: () => ranking.tell(tracer, { offers: 3, cards: 2 }), spans };
}

describe('the time of ranking', () => {
  it('is from the last word of the sources to the save of the reply', () => {
    const { at, answeredAt, savedAt, tell, spans } = watch();
    at(10, 'understanding-ready');
    answeredAt(100);
    answeredAt(200);
    savedAt(230);
    savedAt(240);
    tell();
    expect(spans).toEqual([{ name: 'ranking', from: 200, to: 230 }]);
  });

  it('begins with understanding where nothing is searched', () => {
    const { at, savedAt, tell, spans } = watch();
    at(10, 'understanding-ready');
    savedAt(12);
    tell();
    expect(spans).toEqual([{ name: 'ranking', from: 10, to: 12 }]);
  });

  it('is that of the last attempt where a turn was done again', () => {
    const { at, answeredAt, savedAt, tell, spans } = watch();
    for (const start of [0, 1000]) {
      at(start + 10, 'understanding-ready');
      answeredAt(start + 100);
      savedAt(start + 130);
    }
    tell();
    expect(spans).toEqual([{ name: 'ranking', from: 1100, to: 1130 }]);
  });

  it('is nothing to tell of where nothing was saved', () => {
    const { at, tell, spans } = watch();
    at(10, 'understanding-ready');
    tell();
    expect(spans).toEqual([]);
    markAnswered();
  });
});
