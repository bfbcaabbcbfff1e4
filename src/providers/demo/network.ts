import type { Airport } from '../../domain/reference/airports.ts';
import { bordersAreClosed, mayFly, passengersFor, withoutLowCost } from './airport-roles.ts';
import { demoCarriers, type DemoCarrier } from './carriers.ts';
import { feeders } from './feeders.ts';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import type { Route } from './route.ts';
import { makeTies, type Tie } from './ties.ts';
import { trunkRoutes } from './trunk-routes.ts';

/** Two flights a week. */
const leastPerDay = 0.28;
const mostPerDay = 16;
/** Flights a day that a tie has at least. */
const daily = 1;
/** Flights a day that a carrier has on a mean route: decides how many routes it flies. */
const meanPerDay = { network: 1.7, low_cost: 0.75, regional: 1.3 };
const balancingRounds = 3;

/**
 * Who flies where how often. Known trunk routes first; then for every carrier the pairs from its hubs that gravity makes strongest, scaled
 * until carriers have about as many flights and airports about as many departures as they really have; then what is flown however weak the
 * pull, and a feeder for every airport left.
 */
export async function makeNetwork(
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  pause: () => Promise<void>,
): Promise<Route[]> {
  const routes = knownRoutes(world, numbers);
  const settled = new Set(
    routes.flatMap(({ hub, spoke }) => [hub * world.length + spoke, spoke * world.length + hub]),
  );
  const distances = new Map<number, Float32Array>();
  const distancesFrom = (hub: number): Float32Array => {
    let list = distances.get(hub);
    const home = world[hub];
    if (!list)
      distances.set(
        hub,
        (list = Float32Array.from(world, (there) => (home ? kilometresBetween(home, there) : 0))),
      );
    return list;
  };
  for (const [index, carrier] of demoCarriers.entries()) {
    routes.push(...strongestRoutes(carrier, index, world, numbers, settled, distancesFrom));
    if (index % 8 === 7) await pause();
  }
  for (let round = 0; round < balancingRounds; round += 1) {
    balance(routes, world);
    await pause();
  }
  const ties = makeTies(world, numbers, distancesFrom);
  await pause();
  joinTies(routes, ties, settled, world.length);
  await pause();
  const flown = routes.filter(({ perDay, known }) => known || perDay >= leastPerDay);
  const served = new Set(flown.flatMap(({ hub, spoke }) => [hub, spoke]));
  return [...flown, ...feeders(world, numbers, served, distancesFrom)];
}

function knownRoutes(world: readonly Airport[], numbers: ReadonlyMap<string, number>): Route[] {
  const carriers = new Map(demoCarriers.map(({ code }, index) => [code, index]));
  return trunkRoutes.flatMap(({ ends, flights }) => {
    const [hub, spoke] = [numbers.get(ends[0]), numbers.get(ends[1])];
    const [home, there] = [world[hub ?? -1], world[spoke ?? -1]];
    if (hub === undefined || spoke === undefined || !home || !there) return [];
    const kilometres = kilometresBetween(home, there);
    return flights.flatMap(({ carrier: code, perDay }) => {
      const carrier = carriers.get(code);
      return carrier === undefined ? [] : [{ carrier, hub, spoke, kilometres, perDay, known: true }];
    });
  });
}

function strongestRoutes(
  carrier: DemoCarrier,
  index: number,
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  settled: ReadonlySet<number>,
  distancesFrom: (hub: number) => Float32Array,
): Route[] {
  const hubs = carrier.hubs.flatMap((code) => numbers.get(code) ?? []);
  const routes: Route[] = [];
  for (const [rank, hub] of hubs.entries()) {
    const home = world[hub];
    if (!home) continue;
    const distances = distancesFrom(hub);
    for (const [spoke, there] of world.entries()) {
      const kilometres = distances[spoke] ?? 0;
      if (kilometres < carrier.nearest || kilometres > carrier.reach) continue;
      const other = hubs.indexOf(spoke);
      // Two hubs of one carrier are joined once.
      if (other > -1 && other < rank) continue;
      const perDay = attraction(carrier, rank, home, there, kilometres) * (other > -1 ? 1.5 : 1);
      if (perDay > 0 && !settled.has(hub * world.length + spoke))
        routes.push({ carrier: index, hub, spoke, kilometres, perDay, known: false });
    }
  }
  const most = Math.max(8, Math.round(carrier.flightsADay / 2 / meanPerDay[carrier.kind]));
  return routes.sort((a, b) => b.perDay - a.perDay).slice(0, most);
}

/** Passengers (millions) that an airport has to attract from abroad to be flown to from another continent. */
const leastAbroad = 1.2;

/** Gravity: passengers at both ends attract, distance and borders part; a carrier flies most at its first hubs. */
function attraction(
  carrier: DemoCarrier,
  rank: number,
  home: Airport,
  there: Airport,
  kilometres: number,
): number {
  const domestic = home.country === there.country;
  // Most pairs of the world end here: asked before what takes longer to look up.
  if (!domestic && kilometres > 3500 && there.passengersMillions < leastAbroad) return 0;
  if (!mayFly(home, kilometres, domestic) || !mayFly(there, kilometres, domestic)) return 0;
  if (carrier.kind === 'low_cost' && (withoutLowCost.has(there.iata) || there.passengersMillions < 0.3))
    return 0;
  if (carrier.leisure && (domestic || Math.abs(there.latitude) > 45)) return 0;
  const pull = passengersFor(there, domestic);
  if (!domestic && kilometres > 3500 && pull < leastAbroad) return 0;
  if (!domestic && bordersAreClosed(home, there)) return 0;
  if (kilometres > 6500 && pull < (rank === 0 ? 2 : 6)) return 0;
  const masses = Math.sqrt(passengersFor(home, domestic)) * pull ** 0.6;
  const ease = kilometres < 350 ? 0.5 : 1;
  const parting = 1 / (1 + (kilometres / (carrier.reach > 10_000 ? 3000 : 1700)) ** 1.25);
  const standing = 1 / (1 + rank * (carrier.kind === 'low_cost' ? 0.12 : 0.25));
  const daily = isWorldHub(carrier, rank) && !domestic && pull >= 20 && kilometres > 3500 ? 3 : 1;
  return masses * parting * standing * ease * (domestic ? 1.4 : 1) * daily;
}

const isWorldHub = ({ reach, flightsADay }: DemoCarrier, rank: number): boolean =>
  reach > 10_000 && flightsADay >= 400 && rank === 0;

/** Departures on a day that an airport of so many passengers has: large ones fill larger aircraft. */
const departuresFor = ({ passengersMillions }: Airport): number => 2 + 10.5 * passengersMillions ** 0.97;

/** Scales what is not known: each carrier to its flights, then each route by the root of what its two airports lack or have too many. */
function balance(routes: readonly Route[], world: readonly Airport[]): void {
  const carriers = demoCarriers.map(() => ({ known: 0, free: 0 }));
  for (const { carrier, perDay, known } of routes) {
    const sums = carriers[carrier];
    if (sums) sums[known ? 'known' : 'free'] += 2 * perDay;
  }
  const airports = world.map(() => ({ known: 0, free: 0 }));
  for (const route of routes) {
    const sums = carriers[route.carrier];
    if (!route.known && sums)
      route.perDay *= factor(demoCarriers[route.carrier]?.flightsADay ?? 0, sums, 0, Infinity);
    for (const end of [airports[route.hub], airports[route.spoke]])
      if (end) end[route.known ? 'known' : 'free'] += route.perDay;
  }
  const factors = world.map((airport, index) =>
    factor(departuresFor(airport), airports[index] ?? { known: 0, free: 0 }, 0.25, 2.5),
  );
  for (const route of routes)
    if (!route.known)
      route.perDay = Math.min(
        mostPerDay,
        route.perDay * Math.sqrt((factors[route.hub] ?? 1) * (factors[route.spoke] ?? 1)),
      );
}

function factor(
  wanted: number,
  { known, free }: { known: number; free: number },
  least: number,
  most: number,
): number {
  if (free <= 0) return 1;
  return Math.min(most, Math.max(least, Math.max(wanted - known, wanted * 0.05) / free));
}

/** Gives every tie its daily flight: by the carrier that flies the pair most, or as a route of its own. Trunk routes stay as they are. */
function joinTies(routes: Route[], ties: readonly Tie[], settled: ReadonlySet<number>, size: number): void {
  const pairOf = ({ hub, spoke }: { hub: number; spoke: number }) =>
    Math.min(hub, spoke) * size + Math.max(hub, spoke);
  const wanted = new Set(ties.map(pairOf));
  const byPair = Map.groupBy(
    routes.filter((route) => wanted.has(pairOf(route))),
    pairOf,
  );
  for (const tie of ties) {
    const pair = pairOf(tie);
    if (settled.has(pair)) continue;
    const flown = byPair.get(pair) ?? [];
    const able = tie.ownCarrier ? flown.filter(({ carrier }) => carrier === tie.carrier) : flown;
    const route = able.reduce<Route | undefined>(
      (most, each) => (most && most.perDay >= each.perDay ? most : each),
      undefined,
    );
    if (route) route.perDay = Math.max(daily, route.perDay);
    else {
      const { carrier, hub, spoke, kilometres } = tie;
      const added: Route = { carrier, hub, spoke, kilometres, perDay: daily, known: false };
      routes.push(added);
      byPair.set(pair, [...flown, added]);
    }
  }
}
