import type { Airport } from '../../domain/reference/airports.ts';
import { bordersAreClosed } from './airport-roles.ts';
import { demoCarriers } from './carriers.ts';
import type { Route } from './route.ts';

/** Passengers (millions) of an airport from where the world begins to be reached. */
const gateway = 4;

/** A carrier with no flights as short as this has no feeders either, kilometres. */
const feederMost = 500;

/** Every airport gets two flights a day to a hub of a carrier that sells connections: a near one, a large one, and in its own country where it can be. */
export function feeders(
  world: readonly Airport[],
  numbers: ReadonlyMap<string, number>,
  served: ReadonlySet<number>,
  distancesFrom: (hub: number) => Float32Array,
): Route[] {
  const hubs = demoCarriers.flatMap(({ hubs: own, kind, nearest: shortest }, carrier) =>
    kind === 'low_cost' || shortest > feederMost
      ? []
      : own.slice(0, 4).flatMap((code) => {
          const hub = numbers.get(code);
          return hub === undefined ? [] : [{ carrier, hub, distances: distancesFrom(hub) }];
        }),
  );
  return world.flatMap((airport, spoke) => {
    if (served.has(spoke)) return [];
    let nearest: { carrier: number; hub: number; kilometres: number; felt: number } | undefined;
    for (const { carrier, hub, distances } of hubs) {
      const there = world[hub];
      if (!there || bordersAreClosed(there, airport)) continue;
      const kilometres = distances[spoke] ?? Infinity;
      const felt =
        kilometres *
        (there.country === airport.country ? 0.35 : 1) *
        (gateway / (gateway + there.passengersMillions)) ** 0.4;
      if (!nearest || felt < nearest.felt) nearest = { carrier, hub, kilometres, felt };
    }
    if (!nearest) return [];
    const { carrier, hub, kilometres } = nearest;
    return [{ carrier, hub, spoke, kilometres: Math.max(60, kilometres), perDay: 2, known: true }];
  });
}
