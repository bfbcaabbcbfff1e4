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

/** Carriers by IATA code. */
export const airlines: ReadonlyMap<string, Airline> = new Map(
  airlineTable
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', country = '', alliance = '', kind = '', aliases = ''] = line.split('|');
      const airline: Airline = {
        code,
        name,
        country,
        alliance: alliancesByLetter[alliance] ?? null,
        aliases: aliases.split(',').filter(Boolean),
        lowCost: kind === 'l',
      };
      return [code, airline] as const;
    }),
);

/** The carrier's name, or its code where we do not know it. */
export const airlineName = (code: string): string => airlines.get(code)?.name ?? code;
