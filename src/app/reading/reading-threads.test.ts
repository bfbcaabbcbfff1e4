import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { markAsUntransferable } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAirports, type Airports } from '../../domain/reference/airports.ts';
import { answerReader } from '../../providers/answer-reader.ts';
import { ProviderError, type AnswerReader, type RawAnswer, type ReadAnswer } from '../../search/provider.ts';
import { createOfferPacker, type OfferPacker } from '../../store/offer-packer.ts';
import { createReadingThreads, type ReadingThreads } from './reading-threads.ts';

const segment = (id: string) => ({
  id,
  carrierCode: 'TP',
  number: '218',
  departure: { iataCode: 'BOS', at: '2027-03-04T19:35:00' },
  arrival: { iataCode: 'LIS', at: '2027-03-05T06:40:00' },
});
const amadeusOffer = (euros: number, note = '') => ({
  note,
  itineraries: [{ segments: [segment('1')] }],
  price: { currency: 'EUR', grandTotal: `${euros}.00` },
  travelerPricings: [
    { travelerType: 'ADULT', price: { currency: 'EUR', total: `${euros}.00` }, fareDetailsBySegment: [] },
  ],
});
const answerOf = (format: RawAnswer['format'], value: unknown): RawAnswer => ({
  format,
  body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  provider: format,
  observedAt: '2026-12-01T09:00:00Z',
});
const longWord = 'x'.repeat(10_000);
const longAnswer = answerOf('amadeus', {
  data: [amadeusOffer(400, longWord), { itineraries: [] }, amadeusOffer(500)],
});
const longBatch = answerOf('duffel', {
  data: { id: 'orq_1', remaining_batches: 2, offers: [{ id: longWord }] },
});

let airports: Airports;
let packer: OfferPacker;
let readHere: string[];
let busy: boolean;
let troubles: unknown[];
let reading: ReadingThreads;

function startReading(threads: number): ReadingThreads {
  const here = answerReader(airports);
  return createReadingThreads({
    threads,
    airports,
    packer,
    readHere: (answer) => {
      readHere.push(answer.format);
      return here(answer);
    },
    isBusy: () => busy,
    onTrouble: (error) => troubles.push(error),
  });
}

/** Asks until a thread has answered; whatever was read here before does not count. */
async function untilThreadsRun(read: AnswerReader): Promise<void> {
  for (let before = -1; readHere.length > before;) {
    before = readHere.length;
    await nextTurnOfTheLoop();
    await read(longAnswer);
  }
  readHere = [];
}

beforeAll(async () => {
  airports = await loadAirports();
});
beforeEach(() => {
  packer = createOfferPacker();
  readHere = [];
  busy = true;
  troubles = [];
  reading = startReading(1);
});
afterEach(async () => {
  await reading[Symbol.asyncDispose]();
  expect(troubles).toEqual([]);
});

const plain = (answer: ReadAnswer | null): unknown => JSON.parse(JSON.stringify(answer));

describe('reading threads', () => {
  it.each([longAnswer, longBatch, answerOf('amadeus', `<html>${longWord}`)])(
    'read a long answer as it is read here: $format',
    async (answer) => {
      await untilThreadsRun(reading.read);
      const read = await reading.read(answer);
      expect(readHere).toEqual([]);
      expect(plain(read)).toEqual(plain(await answerReader(airports)(answer)));
    },
  );

  it('tell which offers they dropped, and keep what the source sent', async () => {
    await untilThreadsRun(reading.read);
    const read = await reading.read(longAnswer);
    expect(read?.dropped).toEqual(['unreadable: itineraries']);
    expect(read?.offers.map(({ total }) => total.minor)).toEqual([40_000, 50_000]);
    expect(read?.offers[1]?.reference.value).toEqual(amadeusOffer(500));
  });

  it('leave short answers and what comes before they run to whoever asks', async () => {
    await reading.read(longAnswer);
    expect(readHere).toEqual(['amadeus']);
    await untilThreadsRun(reading.read);
    await reading.read(answerOf('amadeus', { data: [amadeusOffer(400)] }));
    expect(readHere).toEqual(['amadeus']);
  });

  it('leave long answers to whoever asks while nobody else is served, but huge ones', async () => {
    await untilThreadsRun(reading.read);
    busy = false;
    await reading.read(longAnswer);
    expect(readHere).toEqual(['amadeus']);
    await reading.read(answerOf('amadeus', { data: [amadeusOffer(400, longWord.repeat(30))] }));
    expect(readHere).toEqual(['amadeus']);
  });

  it('are none where none are wanted', async () => {
    await using none = startReading(0);
    for (let nth = 0; nth < 3; nth += 1) await none.read(longAnswer);
    expect(readHere).toHaveLength(3);
  });

  it('pass many answers at once, each to whoever asked for it', async () => {
    await untilThreadsRun(reading.read);
    const prices = Array.from({ length: 200 }, (_, index) => index + 1);
    const read = await Promise.all(
      prices.map((euros) => reading.read(answerOf('amadeus', { data: [amadeusOffer(euros, longWord)] }))),
    );
    expect(read.map((answer) => answer?.offers[0]?.total.minor)).toEqual(prices.map((euros) => euros * 100));
    expect(readHere).toEqual([]);
  });

  it('tell how many answers they have before them', async () => {
    await untilThreadsRun(reading.read);
    const asked = [1, 2, 3].map(() => reading.read(longAnswer));
    expect(reading.waiting()).toBe(3);
    await Promise.all(asked);
    expect(reading.waiting()).toBe(0);
  });

  it('take the memory of an answer with them, also what else lay in it, but none that Node shares out', async () => {
    await untilThreadsRun(reading.read);
    const own = new Uint8Array(longAnswer.body);
    const withHead = new Uint8Array(own.length + 1);
    withHead.set(own, 1);
    const shared = new Uint8Array(longAnswer.body);
    markAsUntransferable(shared.buffer);
    for (const body of [own, withHead.subarray(1), shared])
      expect((await reading.read({ ...longAnswer, body }))?.offers).toHaveLength(2);
    expect(readHere).toEqual([]);
    expect([own, withHead, shared].map(({ length }) => length)).toEqual([0, 0, longAnswer.body.length]);
  });

  it('fail an answer that breaks them, and go on reading', async () => {
    await untilThreadsRun(reading.read);
    const unknown = { ...longAnswer, format: 'unknown' } as unknown as RawAnswer;
    const failure = await reading.read(unknown).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderError);
    expect(failure).toMatchObject({ reason: 'error', blame: 'ours', retryable: false });
    expect((await reading.read(longAnswer))?.offers).toHaveLength(2);
    expect(readHere).toEqual([]);
    expect(reading.waiting()).toBe(0);
  });

  it('end although answers have come in that nobody has taken yet', async () => {
    await untilThreadsRun(reading.read);
    const asked = Promise.allSettled([1, 2, 3].map(() => reading.read(longAnswer)));
    const until = performance.now() + 100;
    while (performance.now() < until);
    await reading[Symbol.asyncDispose]();
    for (const result of await asked)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ProviderError);
    await nextTurnOfTheLoop();
  });

  it('end with whoever started them, and answers under way with an error', async () => {
    await untilThreadsRun(reading.read);
    const asked = Promise.allSettled([1, 2, 3].map(() => reading.read(longAnswer)));
    await reading[Symbol.asyncDispose]();
    for (const result of await asked)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ProviderError);
    expect((await reading.read(answerOf('amadeus', { data: [] })))?.offers).toEqual([]);
  });
});
