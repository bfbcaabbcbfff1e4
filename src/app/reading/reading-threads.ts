import { isMarkedAsUntransferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Offer } from '../../domain/offer.ts';
import type { Airports } from '../../domain/reference/airports.ts';
import { ProviderError, type AnswerReader, type RawAnswer } from '../../search/provider.ts';
import type { PackedPart } from '../../store/packed-part.ts';
import type { PackedAnswer, ThreadSettings } from './packed-answer.ts';

/** Reads the long answers of sources away from the thread that serves travellers. */
export interface ReadingThreads extends AsyncDisposable {
  readonly read: AnswerReader;
  /** Answers that threads have before them. */
  waiting(): number;
}

export interface ReadingThreadsParts {
  /** How many; with none all is read at once. */
  readonly threads: number;
  readonly airports: Airports;
  /** Makes offers of what a thread has packed. */
  readonly packer: { take(part: PackedPart): readonly Offer[] };
  readonly readHere: AnswerReader;
  /** Whether others wait for the thread that serves: what nobody waits for is read sooner here. */
  readonly isBusy: () => boolean;
  /** The threads cannot be started, and everything goes on being read here; or they hang, and others take their place. */
  readonly onTrouble: (error: unknown) => void;
  /** What the threads run; tests have others. */
  readonly threadFile?: URL;
  /** How long one answer may take before its thread is given up, milliseconds. */
  readonly hangsAfterMs?: number;
}

/** A shorter answer, in bytes, is read before a thread would have heard of it. */
const longAnswer = 8 * 1024;
/** One as long as this is read elsewhere in any case: whoever comes meanwhile would wait. */
const hugeAnswer = 256 * 1024;
/** Of what a thread makes next to nothing lives on. */
const youngMemoryMb = 24;
/** However many come at once, they are handed over right away: here their memory would count, and start collections of a large heap. */
const waitingAnswers = Infinity;
/** Longer than any answer that a source may send takes, and all that wait for the same thread with it. */
const usuallyHangsAfterMs = 30_000;

/**
 * An answer of twenty offers takes a thread half a millisecond to read and pack, one of a thousand takes it thirty: as long nobody else is
 * served. The threads start with the first long answer, which like all that come until they run is read here, so nobody waits for them.
 * So it is again where one of them hangs: the next long answer finds that out, and all are ended and started anew.
 */
export function createReadingThreads(parts: ReadingThreadsParts): ReadingThreads {
  const { threads, airports, packer, readHere, isBusy, onTrouble } = parts;
  const { threadFile = new URL('./reading-thread.ts', import.meta.url) } = parts;
  const { hangsAfterMs = usuallyHangsAfterMs } = parts;
  let pool: Piscina | undefined;
  let running = false;
  /** The end of all that were given up so far. */
  let ended: Promise<unknown> = Promise.resolve();
  /** Since when each of them is with a thread, the oldest first. */
  const waiting = new Set<{ readonly since: number }>();

  function start(): void {
    const timeZones = new Map(airports.list.map(({ iata, timeZone }) => [iata, timeZone]));
    const starting = new Piscina({
      filename: threadFile.href,
      name: 'readAndPack',
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: waitingAnswers,
      atomics: 'disabled',
      recordTiming: false,
      resourceLimits: { maxYoungGenerationSizeMb: youngMemoryMb },
      workerData: { timeZones } satisfies ThreadSettings,
    });
    pool = starting;
    // A thread that is ended may have answered already: whoever asked has been told, and nobody else is to fall over it.
    starting.on('error', (error) => {
      if (pool === starting) onTrouble(error);
    });
    starting.run(nothing).then(
      () => {
        if (pool === starting) running = true;
      },
      (error: unknown) => {
        if (pool === starting) onTrouble(error);
      },
    );
  }

  async function end(): Promise<void> {
    const ending = pool;
    pool = undefined;
    running = false;
    ended = Promise.all([ended, ending?.destroy()]);
    await ended;
  }

  function isHanging(): boolean {
    const [oldest] = waiting;
    return oldest !== undefined && performance.now() - oldest.since > hangsAfterMs;
  }

  function startAnew(): void {
    waiting.clear();
    onTrouble(new Error(`no answer was read in ${hangsAfterMs} ms: the threads are started anew`));
    end().catch(onTrouble);
  }

  async function readThere(answer: RawAnswer, there: Piscina) {
    let read: PackedAnswer | null;
    const task = { since: performance.now() };
    waiting.add(task);
    try {
      const body = ownMemory(answer.body);
      // Its types confuse the list with the options of structuredClone.
      const transferList = [body.buffer] as object;
      read = (await there.run({ ...answer, body }, { transferList })) as PackedAnswer | null;
    } catch (cause) {
      // What a thread did not survive is better not read here.
      throw new ProviderError('error', 'the answer could not be read', { blame: 'ours', cause });
    } finally {
      waiting.delete(task);
    }
    return read && { offers: packer.take(read.part), dropped: read.dropped, batches: read.batches };
  }

  return {
    waiting: () => waiting.size,
    read(answer) {
      const { length } = answer.body;
      const elsewhere = threads > 0 && (length >= hugeAnswer || (length >= longAnswer && isBusy()));
      if (!elsewhere) return readHere(answer);
      if (isHanging()) startAnew();
      if (!pool) start();
      return pool && running ? readThere(answer, pool) : readHere(answer);
    },
    [Symbol.asyncDispose]: end,
  };
}

/** The bytes in memory that may be handed over; Node marks what it shares between many. */
const ownMemory = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  isMarkedAsUntransferable(bytes.buffer) ? new Uint8Array(bytes) : bytes;

/** Is no answer of any source: whoever says so is there to read others. */
const nothing: RawAnswer = { format: 'amadeus', body: new Uint8Array(), provider: '', observedAt: '' };
