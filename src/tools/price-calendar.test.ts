import { describe, expect, it } from 'vitest';
import type { CalendarAnswer } from '../contract/calendar.ts';
import { createAsyncSearch } from '../search/async-search.ts';
import { createOfferCache } from '../search/offer-cache.ts';
import { createPaidBudget } from '../search/paid-budget.ts';
import { sampleOffer, samplePacker, samplePlace } from '../search/samples.ts';
import { answering, scriptedSource, type ScriptedSource } from '../search/scripted-source.ts';
import { priceCalendar } from './price-calendar.ts';

const longMs = 60_000;

/** The calendar over one paid source, with a clock that stands still. */
function calendarOver(source: ScriptedSource, budgetMs = longMs) {
  const nowMs = () => 1000;
  const search = createAsyncSearch({
    sources: [source],
    cache: createOfferCache({ packer: samplePacker, nowMs }),
    paid: createPaidBudget(nowMs),
    budgetMs,
    deadlineMs: longMs,
    nowMs,
    observe: {
      providerAnswered: () => undefined,
      searchEnded: () => undefined,
      cacheLookedUp: () => undefined,
      shared: () => undefined,
    },
  });
  const parts = {
    search,
    mode: 'async' as const,
    free: false,
    now: () => Temporal.Instant.from('2026-10-01T12:00:00Z'),
    todayIn: () => '2026-10-01',
    placeOf: (code: string) => samplePlace(code),
    usualCurrency: 'USD',
    budgetMs,
  };
  return async (destination: string, client: string, signal = new AbortController().signal) => {
    const query = { origin: 'BOS', destination, month: '2026-11', adults: 1 };
    const calendar = await priceCalendar(parts, query, client, signal);
    return typeof calendar === 'string' ? expect.unreachable(calendar) : calendar;
  };
}

const priced = ({ days }: CalendarAnswer) => days.filter(({ price }) => price !== null).length;
const codesOf = ({ notices }: CalendarAnswer) => notices.map(({ code }) => code);

describe('the days of a month', () => {
  it('are asked at once, and end with one budget where a source hangs', async () => {
    const source = scriptedSource('slow');
    const calendar = await calendarOver(source, 20)('LIS', 'a');
    expect(source.calls).toHaveLength(5);
    expect(priced(calendar)).toBe(0);
    expect(codesOf(calendar)).toEqual(['still_asking']);
  });

  it('of one client cost the others nothing, and the end of a budget is said', async () => {
    const calendar = calendarOver(scriptedSource('quick', answering(sampleOffer('quick:a'))));
    for (const destination of ['LIS', 'MAD', 'FCO', 'CDG']) {
      const before = await calendar(destination, 'a');
      expect([priced(before), codesOf(before)]).toEqual([5, []]);
    }
    const spent = await calendar('LHR', 'a');
    expect([priced(spent), codesOf(spent)]).toEqual([0, ['search_budget_spent']]);
    expect(priced(await calendar('LHR', 'b'))).toBe(5);
  });

  it('are let go when whoever asked goes away', async () => {
    const leaving = new AbortController();
    const source = scriptedSource('slow');
    const going = expect(calendarOver(source)('LIS', 'a', leaving.signal)).rejects.toThrow('gone');
    leaving.abort(new Error('gone'));
    await going;
    expect(source.calls).toHaveLength(5);
    await expect.poll(() => source.calls.every(({ run }) => run.signal.aborted)).toBe(true);
  });
});
