import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProviderError, type Provider, type ProviderContext } from '../search/provider.ts';
import { sampleOffer, sampleRequest } from '../search/samples.ts';
import type { Journal, JournalEntry } from '../store/journal.ts';
import { createSqliteJournal } from '../store/sqlite/sqlite-journal.ts';
import { createJournalWriter, journaledProvider } from './journaled-provider.ts';

const now = () => Temporal.Instant.from('2026-11-23T15:00:00Z');
const context = { signal: new AbortController().signal } as ProviderContext;

function providerOf(search: Provider['search']): Provider {
  const capabilities = {
    roundTrip: true,
    multiCity: true,
    cabins: [],
    booking: 'none',
    calendar: false,
  } as const;
  return { id: 'test', capabilities, search };
}

/** Searches to the end and answers what was noted. */
async function noted(search: Provider['search'], signal = context.signal): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const writer = {
    note: (entry: JournalEntry) => entries.push(entry),
    [Symbol.asyncDispose]: async () => undefined,
  };
  const provider = journaledProvider(providerOf(search), writer, now);
  try {
    await Array.fromAsync(provider.search(sampleRequest(), { ...context, signal }));
  } catch {
    // What the search threw is noted, and tested by its note.
  }
  return entries;
}

describe('journaledProvider', () => {
  it('notes route, party, count and the cheapest price, and no traveller', async () => {
    const [entry] = await noted(async function* () {
      yield [sampleOffer('a', { total: { minor: 30_000, currency: 'USD' } })];
      yield [sampleOffer('b', { total: { minor: 20_000, currency: 'USD' } })];
    });
    expect(entry).toMatchObject({
      at: '2026-11-23T15:00:00Z',
      provider: 'test',
      status: 'ok',
      offers: 2,
      cheapest: { minor: 20_000, currency: 'USD' },
    });
    expect(Object.keys(entry!)).not.toContain('sessionId');
  });

  it('notes how a search failed, and that one found nothing', async () => {
    const failed = await noted(async function* () {
      throw new ProviderError('rate_limited', 'too fast');
    });
    expect(failed).toMatchObject([{ status: 'rate_limited', offers: 0, cheapest: null }]);
    const empty = await noted(async function* () {
      yield [];
    });
    expect(empty).toMatchObject([{ status: 'no_offers', offers: 0 }]);
  });

  it.each([
    ['travellers who leave', new DOMException('nobody waits', 'AbortError'), 'cancelled'],
    ['the end of the time', new DOMException('the deadline is over', 'TimeoutError'), 'timeout'],
  ])('lays %s at the right door', async (_what, reason, status) => {
    const leaving = new AbortController();
    const search = noted(async function* (_request, { signal }) {
      yield [];
      leaving.abort(reason);
      signal.throwIfAborted();
    }, leaving.signal);
    expect(await search).toMatchObject([{ status }]);
  });
});

/** What a writer needs beside its journal, for tests that lose and forget nothing. */
const keeping = {
  days: 90,
  now,
  onLost: () => expect.unreachable(),
  onNotForgotten: () => expect.unreachable(),
};

describe('createJournalWriter', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes what waits when it is closed', async () => {
    await using journal = await createSqliteJournal({ dataDir: ':memory:' });
    const [entry] = await noted(async function* () {
      yield [sampleOffer('a')];
    });
    {
      await using writer = createJournalWriter({ ...keeping, journal });
      writer.note(entry!);
    }
    const { origin, destination } = entry!;
    const prices = await journal.listPrices({ origin, destination, since: '2026-01-01T00:00:00Z', most: 10 });
    expect(prices).toEqual([entry]);
  });

  it('says what was lost, and breaks nothing, where the journal is away', async () => {
    const lost: number[] = [];
    const journal = { append: () => Promise.reject(new Error('away')) } as unknown as Journal;
    const [entry] = await noted(async function* () {
      yield [];
    });
    {
      await using writer = createJournalWriter({
        ...keeping,
        journal,
        onLost: (entries) => lost.push(entries),
      });
      writer.note(entry!);
      writer.note(entry!);
    }
    expect(lost).toEqual([2]);
  });

  it('forgets what is older than it is to be kept, once a day until it is closed', async () => {
    vi.useFakeTimers();
    const day = 24 * 60 * 60_000;
    let clock = now();
    const forgotten: string[] = [];
    const failed: unknown[] = [];
    const journal = {
      async forgetBefore(instant: string) {
        forgotten.push(instant);
        if (forgotten.length === 1) throw new Error('away');
        return 0;
      },
    } as unknown as Journal;
    {
      await using _writer = createJournalWriter({
        ...keeping,
        days: 10,
        journal,
        now: () => clock,
        onNotForgotten: (error) => failed.push(error),
      });
      await vi.advanceTimersByTimeAsync(60_000);
      clock = clock.add({ hours: 24 });
      await vi.advanceTimersByTimeAsync(day);
    }
    await vi.advanceTimersByTimeAsync(3 * day);
    expect(forgotten).toEqual(['2026-11-13T15:00:00Z', '2026-11-14T15:00:00Z']);
    expect(failed).toHaveLength(1);
  });
});
