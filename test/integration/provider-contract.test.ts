import { setImmediate } from 'node:timers/promises';
import type { Airports } from '../../src/domain/reference/airports.ts';
import { createAmadeusProvider } from '../../src/providers/amadeus/index.ts';
import { answerReader } from '../../src/providers/answer-reader.ts';
import { createDuffelProvider } from '../../src/providers/duffel/index.ts';
import { describeProvider, type SourceUnderTest } from '../../src/providers/provider-contract.ts';
import type { HttpClient, Provider } from '../../src/search/provider.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';

/** The plainest way to a simulator, without pools or limits. */
const clientOf =
  (url: string, signal: AbortSignal): HttpClient =>
  async ({ method, path, headers, body, signal: own }) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers },
      body: body ?? null,
      signal: own ?? signal,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.bytes(),
    };
  };

const spoiltOffers = 101;

const onSimulator = (provider: Provider, simulator: Simulator, airports: Airports): SourceUnderTest => ({
  provider,
  contextFor: (signal, onDropped) => ({
    signal,
    http: clientOf(simulator.url, signal),
    read: answerReader(airports),
    now: Temporal.Now.instant(),
    budgetMs: null,
    onDropped,
  }),
  stall: () => {
    simulator.behaviour.fault = 'hang';
    return async () => {
      while (!simulator.calls.some(({ path }) => /flight-offers|batch_offer_requests\//.test(path)))
        await setImmediate();
    };
  },
  spoil: () => {
    simulator.behaviour.fault = 'malformed_offers';
    simulator.behaviour.offers = spoiltOffers;
    return spoiltOffers;
  },
  [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
});

describeProvider('amadeus', async (airports) => {
  const credentials = { clientId: 'test', clientSecret: 'test' };
  return onSimulator(
    createAmadeusProvider({ credentials, airports }),
    await startAmadeusSimulator({ airports }),
    airports,
  );
});

describeProvider('duffel', async (airports) =>
  onSimulator(
    createDuffelProvider({ accessToken: 'test', airports }),
    await startDuffelSimulator({ airports }),
    airports,
  ),
);
