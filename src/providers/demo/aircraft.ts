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
const wide: readonly Aircraft[] = [
  { code: '332', seats: 250, reach: 13_400, co2: 0.085 },
  { code: '788', seats: 240, reach: 13_600, co2: 0.072 },
  { code: '339', seats: 290, reach: 13_300, co2: 0.07 },
  { code: '789', seats: 290, reach: 14_000, co2: 0.069 },
  { code: '359', seats: 315, reach: 15_000, co2: 0.068 },
  { code: '77W', seats: 370, reach: 14_600, co2: 0.084 },
  { code: '388', seats: 500, reach: 15_200, co2: 0.095 },
];

export const fleet: readonly Aircraft[] = [...regional, ...narrow, ...wide];

/** An aircraft that fits distance and demand; `lot` from 0 to 1 picks among equals. */
export function aircraftFor(kilometres: number, demand: number, lot: number, lowCost: boolean): Aircraft {
  const family =
    kilometres > (lowCost ? 7000 : 5500) || (demand > 8 && kilometres > 3000 && !lowCost)
      ? wide
      : kilometres < 900 && demand < 1.2 && !lowCost
        ? regional
        : narrow;
  const able = family.filter(({ reach }) => reach >= kilometres * 1.05);
  const choice = able.length > 0 ? able : wide.slice(-3);
  const size = Math.min(0.99, lot * 0.6 + Math.min(0.4, demand / 40));
  return (
    choice[Math.floor(size * choice.length)] ??
    wide[wide.length - 1] ??
    fleet[0] ?? { code: '320', seats: 174, reach: 5600, co2: 0.088 }
  );
}
