import { setImmediate } from 'node:timers/promises';
import type { Airports } from '../../src/domain/reference/airports.ts';
import { createAmadeusProvider } from '../../src/providers/amadeus/index.ts';
import { answerReader } from '../../src/providers/answer-reader.ts';
import { createDuffelProvider } from '../../src/providers/duffel/index.ts';
import { describeProvider, type SourceUnderTest } from '../../src/providers/provider-contract.ts';
import type { Provider } from '../../src/search/provider.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';
import { plainClient } from '../simulators/plain-client.ts';

const spoiltOffers = 101;

const onSimulator = (provider: Provider, simulator: Simulator, airports: Airports): SourceUnderTest => ({
  provider,
  contextFor: (signal, onDropped) => ({
    signal,
    http: plainClient(simulator.url, signal),
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
