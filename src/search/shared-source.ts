import type { Offer } from '../domain/offer.ts';
import type { SearchRequest } from './provider.ts';
import { sourceKey } from './request-key.ts';
import type { Source } from './source.ts';

/** Answers that processes share, and the right to be the one that asks. Both may fail or be lost at any time. */
export interface SharedAnswers {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  lock(key: string, ttlMs: number): Promise<AsyncDisposable | undefined>;
}

export interface SharedSourceParts {
  readonly source: Source;
  readonly answers: SharedAnswers;
  /** Lists of offers as bytes. */
  readonly packer: {
    pack(offers: readonly Offer[]): Uint8Array;
    unpack(packed: Uint8Array): readonly Offer[];
  };
  /** The longest a source is waited for; a lock lives no longer. */
  readonly deadlineMs: number;
  readonly nowMs: () => number;
  /** The clock that all processes read: it says how old an answer of another one is. */
  readonly now: () => Temporal.Instant;
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<unknown>;
  /** An answer of another process was taken. */
  readonly onShared: (provider: string) => void;
}

/** An answer, and how long ago it was observed. */
interface Shared {
  readonly offers: readonly Offer[];
  readonly ageMs: number;
}

const freshMs = 3 * 60_000;
/** That there are no flights is shared for those who ask at the same time; who asks a little later may find some. */
const emptyMs = 10_000;
const lookEveryMs = 50;

/**
 * A source of which processes share the answers: what one has asked the others take, and of many that ask the same at once one goes and the
 * others wait for it. Where the one that went came back with nothing to share, or sharing fails, the source is asked as if there were nobody else.
 */
export function sharedSource(parts: SharedSourceParts): Source {
  const { source, answers, packer, deadlineMs, nowMs, now, delay } = parts;

  /** Undefined also for an answer that cannot be read: it may be lost at any time, and one of another version is. */
  const find = async (key: string): Promise<Shared | undefined> => {
    try {
      const [, observedAtMs, packed] = sharedText.exec((await answers.get(key)) ?? '') ?? [];
      if (observedAtMs === undefined || packed === undefined) return undefined;
      // Clocks of two machines differ a little.
      const ageMs = Math.max(0, now().epochMilliseconds - Number(observedAtMs));
      return { offers: packer.unpack(Buffer.from(packed, 'base64')), ageMs };
    } catch {
      return undefined;
    }
  };

  /** The answer, once somebody else has it; undefined where this process has to ask. Who asks holds the lock. */
  async function waitForOther(
    key: string,
    signal: AbortSignal,
    stack: AsyncDisposableStack,
  ): Promise<Shared | undefined> {
    let waited = false;
    const untilMs = nowMs() + deadlineMs;
    for (;;) {
      const found = await find(key);
      if (found) return found;
      const lock = await answers.lock(`asking ${key}`, deadlineMs).catch(() => 'not shared' as const);
      if (lock === 'not shared') return undefined;
      if (lock) {
        // Whoever held the lock before may just have answered.
        const answered = await find(key);
        // If not, all who waited for it ask at once: one after another they would wait for the source again and again.
        if (answered || waited) await lock[Symbol.asyncDispose]();
        else stack.use(lock);
        return answered;
      }
      if (nowMs() >= untilMs) return undefined;
      waited = true;
      await delay(lookEveryMs, signal);
    }
  }

  const keyOf = (request: SearchRequest): string => `offers ${sourceKey(source, request)}`;

  return {
    ...source,
    findShared: async (request) => (await find(keyOf(request)))?.offers,
    async run(request, run) {
      const key = keyOf(request);
      await using stack = new AsyncDisposableStack();
      const found = await waitForOther(key, run.signal, stack);
      if (found) {
        parts.onShared(source.id);
        run.onAge?.(found.ageMs);
        if (found.offers.length > 0) run.onBatch(found.offers);
        return;
      }
      const startedAtMs = nowMs();
      const observedAtMs = now().epochMilliseconds;
      const offers: Offer[] = [];
      let dropped = 0;
      await source.run(request, {
        ...run,
        onBatch(batch) {
          offers.push(...batch);
          run.onBatch(batch);
        },
        onDropped(reason) {
          dropped += 1;
          run.onDropped(reason);
        },
      });
      // A source of which nothing could be read has not said that there are no flights.
      if (offers.length === 0 && dropped > 0) return;
      const lifeMs =
        offers.length === 0
          ? emptyMs
          : Math.min(freshMs, ...offers.map(remainingMs)) - (nowMs() - startedAtMs);
      if (lifeMs <= 0) return;
      const packed = Buffer.from(packer.pack(offers)).toString('base64');
      await answers.set(key, `${observedAtMs} ${packed}`, lifeMs).catch(() => undefined);
    },
  };
}

/** When it was observed, in milliseconds since 1970, and what. */
const sharedText = /^(\d+) (.*)$/;

const remainingMs = ({ observedAt, expiresAt }: Offer): number =>
  expiresAt === null ? Infinity : Date.parse(expiresAt) - Date.parse(observedAt);
