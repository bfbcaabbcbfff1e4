import { setImmediate as nextTurnOfTheLoop, setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createReadingThreads } from '../../src/app/reading/reading-threads.ts';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { ProviderError, type RawAnswer } from '../../src/search/provider.ts';
import { createOfferPacker } from '../../src/store/offer-packer.ts';

const hangsAfterMs = 1000;
const answerOf = (letter: string): RawAnswer => ({
  format: 'amadeus',
  body: Buffer.from(letter.repeat(10_000)),
  provider: 'amadeus',
  observedAt: '2026-12-01T09:00:00Z',
});

it('starts the reading threads anew where one of them hangs', async () => {
  const troubles: unknown[] = [];
  let readHere = 0;
  await using reading = createReadingThreads({
    threads: 2,
    airports: await loadAirports(),
    packer: createOfferPacker(),
    readHere: () => {
      readHere += 1;
      return Promise.resolve(null);
    },
    isBusy: () => true,
    onTrouble: (error) => troubles.push(error),
    threadFile: new URL('./hanging-thread.ts', import.meta.url),
    hangsAfterMs,
  });
  async function untilThreadsRun(): Promise<void> {
    for (let before = -1; readHere > before;) {
      before = readHere;
      await nextTurnOfTheLoop();
      await reading.read(answerOf('a'));
    }
  }
  await untilThreadsRun();
  const hanging = reading.read(answerOf('x')).catch((error: unknown) => error);
  await reading.read(answerOf('a'));
  expect(troubles).toEqual([]);

  await delay(hangsAfterMs + 1);
  await reading.read(answerOf('a'));
  expect(troubles).toEqual([new Error('no answer was read in 1000 ms: the threads are started anew')]);
  expect(await hanging).toBeInstanceOf(ProviderError);
  expect(reading.waiting()).toBe(0);

  await untilThreadsRun();
  expect(await reading.read(answerOf('a'))).toEqual({ offers: [], dropped: [], batches: null });
  expect(troubles).toHaveLength(1);
});
