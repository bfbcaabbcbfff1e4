import type { Airport } from '../../domain/reference/airports.ts';
import { bordersAreClosed, mayFly } from './airport-roles.ts';
import { demoCarriers } from './carriers.ts';
import { flownRoutes } from './flown-routes.ts';

/** A pair of airports that is joined by at least a flight a day, however weak gravity between them is. */
export interface Tie {
  readonly carrier: number;
  readonly hub: number;
  readonly spoke: number;
  readonly kilometres: number;
  /** Only this carrier will do; otherwise whoever flies the pair already. */
  readonly ownCarrier: boolean;
}

/** A country's overseas parts with country codes of their own, by the country that they look to. */
const overseas = `FR RE GP MQ GF YT NC PF PM BL MF WF|NL CW AW SX BQ|DK FO GL|US GU MP AS PR VI|FI AX|GB GI JE GG IM BM KY TC VG AI MS FK SH|CN HK MO|AU CX CC NF|NZ CK NU TK|NO SJ`;
const homelands = new Map(
  overseas.split('|').flatMap((line) => {
    const [home = '', ...parts] = line.split(' ');
    return parts.map((part) => [part, home]);
  }),
);

/** Kilometres to a country's main airport that nobody finds far, and that only an airport of some size (millions) is joined over. */
const nearHome = 1500;
const farHome = { kilometres: 3500, leastPassengers: 0.5 };
/** An overseas part may lie at the other end of the world. */
const overseasHome = 10_500;
/** Airports across the border that a country's main airport is joined with, and how far they are at most. */
const gateways = { count: 3, kilometres: 6000, leastPassengers: 4 };

interface Hub {
  readonly airport: number;
  readonly distances: Float32Array;
  /** Carriers based here, the one that is most at home first. */
  readonly carriers: readonly number[];
}

/**
 * What holds the world together where gravity is weak: the routes that are known to be flown; every airport with the main one of its region and
 * of its country, also from overseas; and every country's main airport with the great hubs around it.
 */
export function makeTies(
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  distancesFrom: (hub: number) => Float32Array,
): Tie[] {
  const hubs = hubsOf(world, numbers, distancesFrom);
  const largestFirst = hubs.toSorted((a, b) => sizeOf(world, b.airport) - sizeOf(world, a.airport));
  const mainOfCountry = firstBy(largestFirst, ({ airport }) => world[airport]?.country);
  const mainOfRegion = firstBy(largestFirst, ({ airport }) => world[airport]?.regionCode);
  const capitals = new Set(
    firstBy(
      world
        .map((_, airport) => ({ airport }))
        .sort((a, b) => sizeOf(world, b.airport) - sizeOf(world, a.airport)),
      ({ airport }) => world[airport]?.country,
    )
      .values()
      .map(({ airport }) => airport),
  );
  const tie = (hub: Hub, spoke: number): Tie[] => {
    const kilometres = hub.distances[spoke] ?? Infinity;
    const carrier = carrierFor(world, hub, spoke, kilometres);
    return carrier === undefined ? [] : [{ carrier, hub: hub.airport, spoke, kilometres, ownCarrier: false }];
  };
  return [
    ...knownTies(numbers, distancesFrom),
    ...world.flatMap((airport, spoke) => {
      const region = mainOfRegion.get(airport.regionCode ?? '');
      const homeland = homelands.get(airport.country);
      const own = mainOfCountry.get(airport.country);
      const home = mainOfCountry.get(homeland ?? airport.country);
      return [
        ...(region ? tie(region, spoke) : []),
        ...(own && isNearHome(world, hubs, own, spoke) ? tie(own, spoke) : []),
        ...(home && homeland && (home.distances[spoke] ?? Infinity) <= overseasHome && capitals.has(spoke)
          ? tie(home, spoke)
          : []),
        ...(capitals.has(spoke) ? gatewaysOf(world, hubs, spoke).flatMap((hub) => tie(hub, spoke)) : []),
      ];
    }),
  ];
}

function knownTies(
  numbers: ReadonlyMap<string, number>,
  distancesFrom: (hub: number) => Float32Array,
): Tie[] {
  const carriers = new Map(demoCarriers.map(({ code }, index) => [code, index]));
  return flownRoutes.flatMap(({ carrier: code, hub: from, spokes }) => {
    const [carrier, hub] = [carriers.get(code), numbers.get(from)];
    if (carrier === undefined || hub === undefined) return [];
    const distances = distancesFrom(hub);
    return spokes.flatMap((to): Tie[] => {
      const spoke = numbers.get(to);
      if (spoke === undefined) return [];
      return [{ carrier, hub, spoke, kilometres: distances[spoke] ?? 0, ownCarrier: true }];
    });
  });
}

function hubsOf(
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  distancesFrom: (hub: number) => Float32Array,
): Hub[] {
  const based = new Map<number, { carrier: number; standing: number }[]>();
  for (const [carrier, { hubs, kind, leisure, flightsADay }] of demoCarriers.entries())
    for (const [rank, code] of hubs.entries()) {
      const airport = numbers.get(code);
      if (airport === undefined || kind === 'low_cost' || leisure) continue;
      const abroad = world[airport]?.country !== world[numbers.get(hubs[0] ?? '') ?? -1]?.country;
      const standing = flightsADay / (1 + rank) / (abroad ? 100 : 1);
      based.set(airport, [...(based.get(airport) ?? []), { carrier, standing }]);
    }
  return [...based].map(([airport, carriers]) => ({
    airport,
    distances: distancesFrom(airport),
    carriers: carriers.toSorted((a, b) => b.standing - a.standing).map(({ carrier }) => carrier),
  }));
}

/** The main airport is near, or no other hub of the country is much nearer, or the airport is large enough for a long way. */
function isNearHome(world: readonly Airport[], hubs: readonly Hub[], main: Hub, spoke: number): boolean {
  const kilometres = main.distances[spoke] ?? Infinity;
  if (kilometres <= nearHome) return true;
  if (kilometres <= farHome.kilometres && sizeOf(world, spoke) >= farHome.leastPassengers) return true;
  const others = hubs.filter(
    ({ airport }) => airport !== spoke && world[airport]?.country === world[main.airport]?.country,
  );
  return others.every(({ distances }) => (distances[spoke] ?? Infinity) >= kilometres / 2);
}

/** Large and near: the hubs across the border where a traveller to this country changes. */
function gatewaysOf(world: readonly Airport[], hubs: readonly Hub[], spoke: number): Hub[] {
  const felt = ({ airport, distances }: Hub) =>
    (distances[spoke] ?? Infinity) / (1 + sizeOf(world, airport) / gateways.leastPassengers) ** 0.4;
  return hubs
    .filter(
      (hub) =>
        world[hub.airport]?.country !== world[spoke]?.country &&
        sizeOf(world, hub.airport) >= gateways.leastPassengers &&
        (hub.distances[spoke] ?? Infinity) <= gateways.kilometres &&
        carrierFor(world, hub, spoke, hub.distances[spoke] ?? Infinity) !== undefined,
    )
    .toSorted((a, b) => felt(a) - felt(b))
    .slice(0, gateways.count);
}

function carrierFor(
  world: readonly Airport[],
  hub: Hub,
  spoke: number,
  kilometres: number,
): number | undefined {
  const [home, there] = [world[hub.airport], world[spoke]];
  if (!home || !there || hub.airport === spoke || bordersAreClosed(home, there)) return undefined;
  const domestic = home.country === there.country;
  if (!mayFly(home, kilometres, domestic) || !mayFly(there, kilometres, domestic)) return undefined;
  return hub.carriers.find((index) => {
    const carrier = demoCarriers[index];
    return carrier && kilometres >= carrier.nearest && kilometres <= carrier.reach;
  });
}

const sizeOf = (world: readonly Airport[], airport: number): number =>
  world[airport]?.passengersMillions ?? 0;

/** The first of the list by each key. */
function firstBy<T>(list: readonly T[], keyOf: (each: T) => string | null | undefined): Map<string, T> {
  const first = new Map<string, T>();
  for (const each of list) {
    const key = keyOf(each);
    if (key && !first.has(key)) first.set(key, each);
  }
  return first;
}
