import { measureLoopDelay } from './loop-delay.ts';
import { shareMetrics } from './workers/cluster-metrics.ts';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Everything that is counted, and the text that Prometheus reads. Over workers numbers are added up; where a sum says nothing, as of states,
 * it is that of the worst. Dispose it to stop watching the event loop.
 */
export interface Metrics extends Disposable {
  readonly contentType: string;
  text(): Promise<string>;
  readonly requestDuration: Histogram<'method' | 'route' | 'status'>;
  readonly concurrentRequests: Gauge;
  readonly apiCalls: Counter<'endpoint'>;
  readonly turns: Counter<'mode' | 'outcome'>;
  readonly understanding: Histogram;
  readonly providerSearches: Counter<'provider' | 'status'>;
  readonly searchesTold: Counter<'provider' | 'status'>;
  readonly offerChecks: Counter<'provider' | 'status'>;
  readonly providerDuration: Histogram<'provider'>;
  readonly circuitOpen: Gauge<'provider'>;
  readonly droppedOffers: Counter<'provider'>;
  readonly cacheLookups: Counter<'cache' | 'provider' | 'result'>;
  readonly sharedSearches: Counter<'provider'>;
  readonly modeChanges: Counter<'state'>;
  readonly sessionConflicts: Counter;
  readonly sessionSaves: Counter<'outcome'>;
  readonly sessionsCrowdedOut: Counter;
  readonly sessionStoreDegraded: Gauge;
}

export interface MetricsParts {
  /** Connections of each provider with a call on them, read when Prometheus asks. */
  readonly poolsInUse: () => Iterable<readonly [provider: string, inUse: number]>;
  /** Answers that reading threads have before them, read when Prometheus asks. */
  readonly answersInReading: () => number;
}

const breakerStates = ['closed', 'open', 'half_open'] as const;
const saveOutcomes = ['saved', 'conflict', 'failed'] as const;

/** Close together around 2.5 s, the promise: between two bounds a quantile is a guess. */
const seconds = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 30,
];

/** Some 150 times between two readings of Prometheus. */
const lookAtLoopEveryMs = 100;

export function createMetrics({ poolsInUse, answersInReading }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const loopDelay = measureLoopDelay(lookAtLoopEveryMs);
  new Gauge({
    name: 'event_loop_delay_seconds',
    help: 'The 99th percentile of the delay of the event loop since the last reading.',
    registers,
    aggregator: 'max',
    collect() {
      this.set(loopDelay.takeP99Ms() / 1000);
    },
  });
  new Gauge({
    name: 'worker_processes',
    help: 'Processes whose numbers are added up here, as many as WORKERS says.',
    registers,
  }).set(1);
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of this process, of its own code and of the system on its behalf.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'provider_pool_in_use',
    help: 'Connections with a call on them.',
    labelNames: ['provider'],
    registers,
    collect() {
      for (const [provider, inUse] of poolsInUse()) this.set({ provider }, inUse);
    },
  });
  new Gauge({
    name: 'answers_in_reading',
    help: 'Answers of sources that wait for a reading thread or are being read by one.',
    registers,
    collect() {
      this.set(answersInReading());
    },
  });
  const turns = new Counter({
    name: 'turns_total',
    help: 'Turns of conversations by mode and what they came to.',
    labelNames: ['mode', 'outcome'],
    registers,
  });
  const modeChanges = new Counter({
    name: 'search_mode_changes_total',
    help: 'Changes of the breaker over async turns.',
    labelNames: ['state'],
    registers,
  });
  const sessionSaves = new Counter({
    name: 'session_saves_total',
    help: 'Saves of sessions: made, lost to another process, or failed with the store.',
    labelNames: ['outcome'],
    registers,
  });
  // A counter that first appears as 1 has not grown in the eyes of Prometheus, so that the first change would go unseen.
  for (const mode of ['async', 'sync']) turns.inc({ mode, outcome: 'failed' }, 0);
  for (const state of breakerStates) modeChanges.inc({ state }, 0);
  for (const outcome of saveOutcomes) sessionSaves.inc({ outcome }, 0);
  return {
    contentType: registry.contentType,
    text: shareMetrics(registry),
    requestDuration: new Histogram({
      name: 'request_duration_seconds',
      help: 'HTTP requests by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    }),
    concurrentRequests: new Gauge({
      name: 'concurrent_requests',
      help: 'HTTP requests under way.',
      registers,
    }),
    apiCalls: new Counter({
      name: 'api_calls_total',
      help: 'Calls made to sources.',
      labelNames: ['endpoint'],
      registers,
    }),
    turns,
    understanding: new Histogram({
      name: 'understanding_duration_seconds',
      help: 'Reading one message.',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25],
      registers,
    }),
    providerSearches: new Counter({
      name: 'provider_searches_total',
      help: 'Searches of sources by outcome.',
      labelNames: ['provider', 'status'],
      registers,
    }),
    searchesTold: new Counter({
      name: 'provider_reports_total',
      help: 'What turns had of sources when they ended, by status: one that answers later is a timeout here.',
      labelNames: ['provider', 'status'],
      registers,
    }),
    offerChecks: new Counter({
      name: 'offer_checks_total',
      help: 'Offers that their source was asked for again, by what it said.',
      labelNames: ['provider', 'status'],
      registers,
    }),
    providerDuration: new Histogram({
      name: 'provider_search_duration_seconds',
      help: 'How long a source took to answer or fail.',
      labelNames: ['provider'],
      buckets: seconds,
      registers,
    }),
    circuitOpen: new Gauge({
      name: 'provider_circuit_open',
      help: '1 while the breaker of a source is open, 0.5 on trial.',
      labelNames: ['provider'],
      registers,
      aggregator: 'max',
    }),
    droppedOffers: new Counter({
      name: 'provider_dropped_offers_total',
      help: 'Offers that were left out: malformed, or of other flights than were asked for.',
      labelNames: ['provider'],
      registers,
    }),
    cacheLookups: new Counter({
      name: 'cache_lookups_total',
      help: 'Look-ups in a cache by result; of the cache of offers by source.',
      labelNames: ['cache', 'provider', 'result'],
      registers,
    }),
    sharedSearches: new Counter({
      name: 'shared_searches_total',
      help: 'Searches that joined an identical one already under way.',
      labelNames: ['provider'],
      registers,
    }),
    modeChanges,
    sessionSaves,
    sessionsCrowdedOut: new Counter({
      name: 'sessions_crowded_out_total',
      help: 'Conversations that the embedded store forgot before their time, for lack of room.',
      registers,
    }),
    sessionStoreDegraded: new Gauge({
      name: 'session_store_degraded',
      help: '1 while conversations go on from copies of this process because the store is away.',
      registers,
      aggregator: 'max',
    }),
    sessionConflicts: new Counter({
      name: 'session_conflicts_total',
      help: 'Turns given up because other processes saved first again and again, and copies of an outage that gave way.',
      registers,
    }),
    [Symbol.dispose]: () => loopDelay[Symbol.dispose](),
  };
}
