import type { Alliance } from '../trip.ts';
import { airlineTable } from './airline-table.ts';

/** A carrier as travellers know it. */
export interface Airline {
  /** IATA designator. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2 of its home. */
  readonly country: string;
  readonly alliance: Alliance | null;
  /** What travellers also call it, lower case ("klm", "lufthansa airlines"). */
  readonly aliases: readonly string[];
  readonly lowCost: boolean;
}

const alliancesByLetter: Readonly<Record<string, Alliance>> = { s: 'star', o: 'oneworld', t: 'skyteam' };

/** The fields of each line. A clone, since parts of a long text are views of it, and JSON with such parts is written more slowly. */
const lines = structuredClone(
  airlineTable
    .trim()
    .split('\n')
    .map((line) => line.split('|')),
);

/** Carriers by IATA code. */
export const airlines: ReadonlyMap<string, Airline> = new Map(
  lines.map(([code = '', name = '', country = '', alliance = '', kind = '', aliases = '']) => {
    const airline: Airline = {
      code,
      name,
      country,
      alliance: alliancesByLetter[alliance] ?? null,
      aliases: aliases.split(',').filter(Boolean),
      lowCost: kind === 'l',
    };
    return [code, airline];
  }),
);

/** The carrier's name, or its code where we do not know it. */
export const airlineName = (code: string): string => airlines.get(code)?.name ?? code;
