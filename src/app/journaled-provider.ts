import type { Money } from '../domain/money.ts';
import type { Offer } from '../domain/offer.ts';
import type { Provider, SearchRequest } from '../search/provider.ts';
import type { Journal, JournalEntry } from '../store/journal.ts';
import { failureStatusOf } from './failure-status.ts';

/** Writes entries in groups, because one write for each search would cost more than many searches do, and forgets old ones. */
export interface JournalWriter extends AsyncDisposable {
  note(entry: JournalEntry): void;
}

export interface JournalWriterParts {
  readonly journal: Journal;
  /** So many entries were lost because the journal could not be written. */
  readonly onLost: (entries: number, error: unknown) => void;
  /** Entries are kept for so many days. */
  readonly days: number;
  readonly now: () => Temporal.Instant;
  /** Old entries could not be forgotten; another try is made the next day. */
  readonly onNotForgotten: (error: unknown) => void;
}

const everyMs = 1000;
/** A process may be started anew every day: the first sweep comes soon after its start, when that is over. */
const firstSweepMs = 60_000;
const sweepEveryMs = 24 * 60 * 60_000;
const mostWaiting = 10_000;

/** The journal must never hold up or break a search: what cannot be written is counted and lost. */
export function createJournalWriter(parts: JournalWriterParts): JournalWriter {
  const { journal, onLost, days, now, onNotForgotten } = parts;
  let waiting: JournalEntry[] = [];
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    await journal.append(entries).catch((error: unknown) => onLost(entries.length, error));
  };
  const timer = setInterval(() => {
    writing ??= write().finally(() => (writing = undefined));
  }, everyMs);
  timer.unref();
  let sweeping: Promise<unknown> | undefined;
  let nextSweep: NodeJS.Timeout;
  const sweepIn = (ms: number): void => {
    nextSweep = setTimeout(() => {
      const oldest = now()
        .subtract({ hours: 24 * days })
        .toString();
      sweeping = journal.forgetBefore(oldest).catch(onNotForgotten);
      sweepIn(sweepEveryMs);
    }, ms);
    nextSweep.unref();
  };
  sweepIn(firstSweepMs);
  return {
    note(entry) {
      if (waiting.length < mostWaiting) waiting.push(entry);
      else onLost(1, new Error('the journal falls behind'));
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      clearTimeout(nextSweep);
      await sweeping;
      await writing;
      await write();
    },
  };
}

/** Notes what every search of a provider came to; it names no traveller and no session. */
export function journaledProvider(
  provider: Provider,
  writer: JournalWriter,
  now: () => Temporal.Instant,
): Provider {
  return {
    ...provider,
    async *search(request, context) {
      const startedAt = performance.now();
      let offers = 0;
      let cheapest: Money | null = null;
      let status = 'cancelled';
      try {
        for await (const batch of provider.search(request, context)) {
          offers += batch.length;
          cheapest = cheaperOf(cheapest, batch);
          yield batch;
        }
        status = offers > 0 ? 'ok' : 'no_offers';
      } catch (error) {
        status = failureStatusOf(error, context.signal);
        throw error;
      } finally {
        const elapsedMs = Math.round(performance.now() - startedAt);
        writer.note({
          ...describe(request),
          at: now().toString(),
          provider: provider.id,
          status,
          elapsedMs,
          offers,
          cheapest,
        });
      }
    },
  };
}

function describe({ legs, passengers, cabin }: SearchRequest) {
  const [out, back] = legs;
  return {
    origin: out.origin.code,
    destination: out.destination.code,
    departure: out.date,
    returning: back?.date ?? null,
    adults: passengers.adults,
    children: passengers.children.length,
    infants: passengers.infants,
    cabin,
  };
}

const cheaperOf = (known: Money | null, batch: readonly Offer[]): Money | null =>
  batch.reduce<Money | null>(
    (least, { total }) =>
      least && (least.currency !== total.currency || least.minor <= total.minor) ? least : total,
    known,
  );
