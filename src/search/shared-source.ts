import type { Offer } from '../domain/offer.ts';
import { requestKey } from './request-key.ts';
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
  readonly delay: (forMs: number, signal: AbortSignal) => Promise<unknown>;
  /** An answer of another process was taken. */
  readonly onShared: (provider: string) => void;
}

const freshMs = 3 * 60_000;
const lookEveryMs = 50;

/**
 * A source of which processes share the answers: what one has asked the others take, and of many that ask the same at once one goes and the
 * others wait for it. Where sharing fails the source is asked as if there were nobody else.
 */
export function sharedSource(parts: SharedSourceParts): Source {
  const { source, answers, packer, deadlineMs, nowMs, delay } = parts;

  /** Undefined also for an answer that cannot be read: it may be lost at any time, and one of another version is. */
  const find = async (key: string): Promise<readonly Offer[] | undefined> => {
    try {
      const text = await answers.get(key);
      return text === undefined ? undefined : packer.unpack(Buffer.from(text, 'base64'));
    } catch {
      return undefined;
    }
  };

  /** The answer, once somebody else has it; undefined where this process has to ask. Who asks holds the lock. */
  async function waitForOther(
    key: string,
    signal: AbortSignal,
    stack: AsyncDisposableStack,
  ): Promise<readonly Offer[] | undefined> {
    const untilMs = nowMs() + deadlineMs;
    for (;;) {
      const found = await find(key);
      if (found) return found;
      const lock = await answers.lock(`asking ${key}`, deadlineMs).catch(() => 'not shared' as const);
      if (lock === 'not shared') return undefined;
      if (lock) {
        stack.use(lock);
        // Whoever held the lock before may just have answered.
        return find(key);
      }
      if (nowMs() >= untilMs) return undefined;
      await delay(lookEveryMs, signal);
    }
  }

  return {
    ...source,
    async run(request, run) {
      const key = `offers ${source.id} ${requestKey(request)}`;
      await using stack = new AsyncDisposableStack();
      const found = await waitForOther(key, run.signal, stack);
      if (found) {
        parts.onShared(source.id);
        if (found.length > 0) run.onBatch(found);
        return;
      }
      const offers: Offer[] = [];
      await source.run(request, {
        ...run,
        onBatch(batch) {
          offers.push(...batch);
          run.onBatch(batch);
        },
      });
      const lifeMs = Math.min(freshMs, ...offers.map(remainingMs));
      if (offers.length > 0 && lifeMs > 0)
        await answers
          .set(key, Buffer.from(packer.pack(offers)).toString('base64'), lifeMs)
          .catch(() => undefined);
    },
  };
}

const remainingMs = ({ observedAt, expiresAt }: Offer): number =>
  expiresAt === null ? Infinity : Date.parse(expiresAt) - Date.parse(observedAt);
