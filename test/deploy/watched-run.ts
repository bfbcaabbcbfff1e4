import { differentMessage, repeatedMessage } from '../../bench/harness/messages.ts';
import { createApp } from '../../src/app.ts';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createMemorySessions } from '../../src/store/memory/memory-sessions.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';
import { startPrometheus, type PrometheusServer } from './start-prometheus.ts';

/** Between two readings of Prometheus. */
export const paceSeconds = 0.5;

/** The whole application on a port between simulated sources, and a Prometheus that watches it. */
export interface WatchedRun extends AsyncDisposable {
  readonly prometheus: PrometheusServer;
  readonly amadeus: Simulator;
  readonly duffel: Simulator;
  /** While true, no conversation can be saved. */
  readonly disk: { full: boolean };
  /** While true, no search of all sources at once comes to an end. */
  readonly searches: { broken: boolean };
  /** Something of everything that travellers do. */
  readonly play: () => Promise<void>;
  /** Messages that became a turn, whether it went well or failed. */
  readonly answered: () => number;
}

export async function startWatchedRun(): Promise<WatchedRun> {
  await using stack = new AsyncDisposableStack();
  const airports = await loadAirports();
  const amadeus = stack.use(await startAmadeusSimulator({ airports, behaviour: { latencyMs: 30 } }));
  const duffel = stack.use(await startDuffelSimulator({ airports, behaviour: { latencyMs: 30 } }));
  const config = readConfig({
    ...{ LOG_LEVEL: 'silent', DATA_DIR: ':memory:', DEMO_PROVIDER: 'off' },
    ...{ AMADEUS_BASE_URL: amadeus.url, AMADEUS_API_KEY: 'any', AMADEUS_API_SECRET: 'any' },
    ...{ DUFFEL_BASE_URL: duffel.url, DUFFEL_ACCESS_TOKEN: 'any' },
  });
  const disk = { full: false };
  const searches = { broken: false };
  const memory = createMemorySessions<Conversation>({ most: 1000, idleMs: 600_000, nowMs: Date.now });
  const app = stack.use(
    await createApp(config, {
      asyncSearch: (usual) => ({
        ...usual,
        async *search(requests, options) {
          if (searches.broken) throw new Error('the search broke');
          yield* usual.search(requests, options);
        },
      }),
      sessions: {
        ...memory,
        save: (...record) =>
          disk.full ? Promise.reject(new Error('the disk is full')) : memory.save(...record),
      },
    }),
  );
  const url = await app.server.listen({ port: 0, host: '127.0.0.1' });
  const prometheus = stack.use(await startPrometheus(url, paceSeconds));
  const owned = stack.move();

  let answered = 0;
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    // A machine that does not keep up refuses turns before they are one.
    if (response.status !== 503) answered += 1;
    return (await response.json()) as Partial<ChatAnswer>;
  };
  let asked = 0;
  return {
    prometheus,
    amadeus,
    duffel,
    disk,
    searches,
    async play() {
      const popular = { message: repeatedMessage(Math.floor(asked / 10)) };
      const different = () => ({ message: differentMessage((asked += 1)) });
      const [, , , held] = await Promise.all([
        // One joins the other, and the third finds what they brought.
        post('/chat', popular).then(() => post('/chat', popular)),
        post('/chat', popular),
        post('/chat/sync', different()),
        ...Array.from({ length: 4 }, () => post('/chat', different())),
      ]);
      await post('/chat', { message: 'cheapest first', session_id: held?.session_id });
      const sold = held?.flight_cards?.flatMap(({ sources }) => sources) ?? [];
      const offer = sold.find(({ provider }) => provider === 'amadeus');
      // A machine that does not keep up may have shown none.
      if (offer && held?.session_id)
        await fetch(`${url}/offers/${encodeURIComponent(offer.offer_id)}?session_id=${held.session_id}`);
    },
    answered: () => answered,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
