import { setTimeout as delay } from 'node:timers/promises';
import { kilometresBetween } from '../domain/kilometres-between.ts';
import type { Airports } from '../domain/reference/airports.ts';
import type { Config } from '../platform/config/config.ts';
import {
  callOnce,
  createPooledHttpClient,
  type PooledHttpClient,
} from '../platform/http-client/http-client.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { createDemoProvider } from '../providers/demo/index.ts';
import type { RegisteredProvider } from '../providers/registry.ts';
import type { AnswerReader } from '../search/provider.ts';
import { sharedSource } from '../search/shared-source.ts';
import { guardedSource, plainSource, usualPolicy, type Source } from '../search/source.ts';
import type { OfferPacker } from '../store/offer-packer.ts';
import { journaledProvider, type JournalWriter } from './journaled-provider.ts';
import { countedProvider } from './observers.ts';
import type { Stores } from './open-stores.ts';

/** Every source twice: as the product asks it, and as the synchronous reference does. */
export interface Sources extends AsyncDisposable {
  readonly pooled: readonly Source[];
  readonly plain: readonly Source[];
}

export interface SourcesParts {
  readonly config: Config;
  readonly registered: readonly RegisteredProvider[];
  readonly airports: Airports;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly journal: JournalWriter;
  readonly packer: OfferPacker;
  /** What processes share; null where there is only this one. */
  readonly shared: Stores['shared'];
  /** Reads answers for the product; the synchronous reference reads them where it stands. */
  readonly read: AnswerReader;
  readonly readHere: AnswerReader;
  /** Filled with the pool of each source, for whoever watches them. */
  readonly clients: Map<string, PooledHttpClient>;
  /** The longest a source may take for those who come back later. */
  readonly deadlineMs: number;
  readonly now: () => Temporal.Instant;
  readonly nowMs: () => number;
}

/** Farther than any airport lies that is sold under the name of a city. */
const nearKilometres = 120;

const pause = (forMs: number, signal: AbortSignal) => delay(forMs, undefined, { signal });

export function openSources(parts: SourcesParts): Sources {
  const { config, registered, airports, metrics, log, journal, packer, shared, clients, read, readHere } =
    parts;
  const { now, nowMs } = parts;
  const stack = new AsyncDisposableStack();
  const areNear = (asked: string, answered: string): boolean => {
    const [one, other] = [airports.find(asked), airports.find(answered)];
    return one !== undefined && other !== undefined && kilometresBetween(one, other) <= nearKilometres;
  };
  const pooled: Source[] = [];
  const plain: Source[] = [];
  for (const [position, { provider, baseUrl, perSecond }] of registered.entries()) {
    const settings = {
      baseUrl,
      connections: shareOf(config.connections, registered.length, position),
      overdueMs: config.search.budgetMs,
      nowMs,
      ...config.connections,
    };
    const client = stack.use(createPooledHttpClient(settings));
    clients.set(provider.id, client);
    const counted = countedProvider(journaledProvider(provider, journal, now), metrics);
    const source = guardedSource({
      provider: counted,
      takeStart:
        shared && perSecond !== null
          ? () => shared.rateLimits.take(`source ${provider.id}`, perSecond, 1000)
          : undefined,
      paid: true,
      now,
      httpFor: (signal, unawaitedSinceMs) => (call) => client.call(call, signal, unawaitedSinceMs),
      read,
      areNear,
      policy: { ...usualPolicy, perSecond, trialMs: config.search.budgetMs },
      onCircuit: (id, circuit) => {
        metrics.circuitOpen.set({ provider: id }, circuit === 'open' ? 1 : circuit === 'half_open' ? 0.5 : 0);
        log.warn({ provider: id, circuit }, 'circuit changed');
      },
      nowMs,
      delay: pause,
    });
    pooled.push(
      shared
        ? sharedSource({
            source,
            answers: shared.cache,
            packer,
            deadlineMs: parts.deadlineMs,
            nowMs,
            now,
            delay: pause,
            onShared: (id) => metrics.sharedSearches.inc({ provider: id }),
          })
        : source,
    );
    plain.push(
      plainSource({
        provider: counted,
        paid: true,
        now,
        httpFor: (signal) => (call) => callOnce(settings, call, signal),
        read: readHere,
        areNear,
      }),
    );
    metrics.circuitOpen.set({ provider: provider.id }, 0);
  }
  if (config.demo === 'on' || (config.demo === 'auto' && registered.length === 0)) {
    const demo = createDemoProvider({ airports });
    void demo.warm();
    const provider = journaledProvider(demo, journal, now);
    const source = plainSource({
      provider,
      paid: false,
      httpFor: () => noHttp,
      read: readHere,
      areNear,
      now,
    });
    pooled.push(source);
    plain.push(source);
  }
  return { pooled, plain, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/**
 * How many connections a source may have: its part of all that there may be, so that one that hangs never holds those of the others. Every search
 * asks all sources, and they need about the same. At least one, however few there are.
 */
export function shareOf(
  { most, mostPerHost }: Config['connections'],
  sources: number,
  position: number,
): number {
  const share = Math.floor(most / sources) + (position < most % sources ? 1 : 0);
  return Math.max(1, Math.min(share, mostPerHost));
}

const noHttp = () => Promise.reject(new Error('this source has no network'));
