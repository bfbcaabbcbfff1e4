import type { DemoCarrier } from './carriers.ts';

/** A type of aircraft by its IATA code, with what it can do. */
export interface Aircraft {
  readonly code: string;
  readonly seats: number;
  /** Kilometres. */
  readonly reach: number;
  /** Kilograms of CO2 for an economy seat and kilometre. */
  readonly co2: number;
}

/** Smallest first in each class of distance. */
const regional: readonly Aircraft[] = [
  { code: 'DH4', seats: 76, reach: 1600, co2: 0.1 },
  { code: 'AT7', seats: 70, reach: 1400, co2: 0.09 },
  { code: 'E75', seats: 76, reach: 3500, co2: 0.11 },
  { code: 'E90', seats: 100, reach: 4000, co2: 0.105 },
];
const narrow: readonly Aircraft[] = [
  { code: '223', seats: 130, reach: 5800, co2: 0.082 },
  { code: '319', seats: 140, reach: 5800, co2: 0.092 },
  { code: '320', seats: 174, reach: 5600, co2: 0.088 },
  { code: '32N', seats: 180, reach: 6200, co2: 0.074 },
  { code: '738', seats: 178, reach: 5400, co2: 0.087 },
  { code: '7M8', seats: 182, reach: 6500, co2: 0.075 },
  { code: '32Q', seats: 210, reach: 7400, co2: 0.072 },
];
const farthest: Aircraft = { code: '359', seats: 315, reach: 17_000, co2: 0.068 };
const wide: readonly Aircraft[] = [
  { code: '332', seats: 250, reach: 13_400, co2: 0.085 },
  { code: '788', seats: 240, reach: 13_600, co2: 0.072 },
  { code: '339', seats: 290, reach: 13_300, co2: 0.07 },
  { code: '789', seats: 290, reach: 14_000, co2: 0.069 },
  farthest,
  { code: '77W', seats: 370, reach: 14_600, co2: 0.084 },
  { code: '388', seats: 500, reach: 15_200, co2: 0.095 },
];

export const fleet: readonly Aircraft[] = [...regional, ...narrow, ...wide];

const boeing = new Set(
  'FR WN TO HV LS BY XQ FZ SG IX QP G3 AS CM WS 7C TW LJ JT KL LO FI LY AT RO MF ZH HA OM FJ'.split(' '),
);
/** Carriers that fly narrow bodies of both makers; all others fly Airbus. */
const both = new Set('AA UA DL AC AM AR TK S7 SU KC CA MU CZ HU 3U JL NH KE VN GA SK MS AH AI AV'.split(' '));
const boeingTypes = new Set(['738', '7M8']);
const superjumbos = new Set('EK SQ BA QF EY QR KE LH'.split(' '));

/** Whether a carrier has the type: wide bodies are everybody's, but for the largest. */
function flies(carrier: string, { code }: Aircraft, family: readonly Aircraft[]): boolean {
  if (code === '388') return superjumbos.has(carrier);
  return family !== narrow || both.has(carrier) || boeingTypes.has(code) === boeing.has(carrier);
}

/** An aircraft of the carrier that reaches so far and fits the demand; `lot` from 0 to 1 picks among equals. */
export function aircraftFor(
  kilometres: number,
  demand: number,
  lot: number,
  carrier: Pick<DemoCarrier, 'code' | 'kind'>,
): Aircraft {
  const lowCost = carrier.kind === 'low_cost';
  const family =
    kilometres > (lowCost ? 7000 : 5500) ||
    (!lowCost && ((demand >= 2 && kilometres > 4500) || (demand > 8 && kilometres > 3000)))
      ? wide
      : carrier.kind === 'regional' || (kilometres < 900 && demand < 1.2 && !lowCost)
        ? regional
        : narrow;
  const reaching = (list: readonly Aircraft[]) =>
    list.filter((type) => type.reach >= kilometres * 1.05 && flies(carrier.code, type, list));
  const able = [reaching(family), reaching(wide)].find((list) => list.length > 0) ?? wide.slice(-3, -1);
  const size = Math.min(0.99, lot * 0.6 + Math.min(0.4, demand / 40));
  return able[Math.floor(size * able.length)] ?? farthest;
}
