import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal, JournalEntry } from './journal.ts';

const entry: JournalEntry = {
  at: '2026-03-01T10:00:00.123Z',
  provider: 'demo',
  origin: 'HAM',
  destination: 'LIS',
  departure: '2026-05-01',
  returning: '2026-05-08',
  adults: 2,
  children: 1,
  infants: 0,
  cabin: 'economy',
  status: 'ok',
  elapsedMs: 123.4,
  offers: 12,
  cheapest: { minor: 41_230, currency: 'EUR' },
};

/** What every implementation of the journal must do. */
export function describeJournal(name: string, make: () => Promise<Journal>): void {
  describe(`${name} journal`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await make();
    });
    afterEach(() => journal[Symbol.asyncDispose]());

    const query = { origin: 'HAM', destination: 'LIS', since: '2026-01-01T00:00:00Z', most: 100 };
    const on = (day: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
      ...entry,
      at: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
      ...more,
    });

    it('gives back whole what was written', async () => {
      const bare = on(2, {
        returning: null,
        cabin: null,
        cheapest: { minor: 90_000_000_000, currency: 'IDR' },
      });
      await journal.append([entry, bare]);
      expect(await journal.listPrices(query)).toEqual([entry, bare]);
    });

    it('takes nothing and much', async () => {
      await journal.append([]);
      expect(await journal.listPrices(query)).toEqual([]);
      await journal.append(Array.from({ length: 500 }, (_, n) => ({ ...entry, offers: n })));
      expect(await journal.listPrices({ ...query, most: 1_000 })).toHaveLength(500);
    });

    it('tells the prices of one route in the order of time, and no failures', async () => {
      await journal.append([
        on(3),
        on(1),
        on(2, { cheapest: null, status: 'timeout' }),
        on(2, { origin: 'BER' }),
        on(2, { destination: 'OPO' }),
        on(2, { origin: 'LIS', destination: 'HAM' }),
      ]);
      expect(await journal.listPrices(query)).toEqual([on(1), on(3)]);
    });

    it('tells those of one departure, since a moment, the latest so many', async () => {
      await journal.append([1, 2, 3, 4].map((day) => on(day, { departure: `2026-05-0${1 + (day % 2)}` })));
      const days = async (more: object) =>
        (await journal.listPrices({ ...query, ...more })).map(({ at }) => Number(at.slice(8, 10)));
      expect(await days({ departure: '2026-05-01' })).toEqual([2, 4]);
      expect(await days({ since: '2026-03-02T10:00:00Z' })).toEqual([2, 3, 4]);
      expect(await days({ since: '2026-03-02T11:30:00+01:00' })).toEqual([3, 4]);
      expect(await days({ most: 2 })).toEqual([3, 4]);
    });

    it('forgets what is old', async () => {
      await journal.append([on(1), on(2), on(3)]);
      expect(await journal.forgetBefore('2026-03-02T10:00:00Z')).toBe(1);
      expect(await journal.forgetBefore('2026-03-02T10:00:00Z')).toBe(0);
      expect(await journal.listPrices(query)).toEqual([on(2), on(3)]);
    });

    it('forgets more than it takes at once', async () => {
      await journal.append(Array.from({ length: 5_003 }, () => on(1)));
      await journal.append([on(2)]);
      expect(await journal.forgetBefore('2026-03-02T10:00:00Z')).toBe(5_003);
      expect(await journal.listPrices(query)).toEqual([on(2)]);
    });
  });
}
