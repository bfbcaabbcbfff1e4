import type { AirportZones } from '../domain/reference/airports.ts';
import type { AnswerFormat, AnswerReader, RawAnswer, ReadAnswer } from '../search/provider.ts';
import { readSearch } from './amadeus/read-search.ts';
import { readBatch } from './duffel/read-batch.ts';

type Read = (answer: RawAnswer, airports: AirportZones) => ReadAnswer | null;

const readers: Readonly<Record<AnswerFormat, Read>> = { amadeus: readSearch, duffel: readBatch };

/** Reads an answer, whichever source it is of; null where it is not of its format. */
export const readAnswer: Read = (answer, airports) => readers[answer.format](answer, airports);

/** Reads answers at once, on the thread that asks. */
export const answerReader =
  (airports: AirportZones): AnswerReader =>
  async (answer) =>
    readAnswer(answer, airports);
