import { workerData } from 'node:worker_threads';
import { readAnswer } from '../../providers/answer-reader.ts';
import type { RawAnswer } from '../../search/provider.ts';
import { packPart } from '../../store/packed-part.ts';
import type { PackedAnswer, ThreadSettings } from './packed-answer.ts';

// What runs on each of the reading threads. It knows of the airports no more than their zones, so that it starts at once and stays small.

const { timeZones } = workerData as ThreadSettings;

const airports = {
  find(iata: string) {
    const timeZone = timeZones.get(iata);
    return timeZone === undefined ? undefined : { iata, timeZone };
  },
};

export function readAndPack(answer: RawAnswer): PackedAnswer | null {
  const read = readAnswer(answer, airports);
  const packed = read && { part: packPart(read.offers), dropped: read.dropped, batches: read.batches };
  // What was sent is packed now. Left to the collector it would lie about until that runs, and make it run more often.
  answer.body.buffer.transfer(0);
  return packed;
}
