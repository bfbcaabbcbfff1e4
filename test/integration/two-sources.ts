import { createApp } from '../../src/app.ts';
import type { Airports } from '../../src/domain/reference/airports.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createContractClient, type ContractClient } from '../contract/contract-client.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';

export const sourceNames = ['amadeus', 'duffel'] as const;
export type SourceName = (typeof sourceNames)[number];

/** The whole application between both simulated sources, and a client that holds every answer against the contract. */
export interface TwoSources extends AsyncDisposable {
  readonly client: ContractClient;
  readonly simulators: Readonly<Record<SourceName, Simulator>>;
}

export async function startTwoSources(
  airports: Airports,
  env: Readonly<Record<string, string>> = {},
): Promise<TwoSources> {
  await using stack = new AsyncDisposableStack();
  const amadeus = stack.use(await startAmadeusSimulator({ airports }));
  const duffel = stack.use(await startDuffelSimulator({ airports }));
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DATA_DIR: ':memory:',
    AMADEUS_BASE_URL: amadeus.url,
    AMADEUS_API_KEY: 'any',
    AMADEUS_API_SECRET: 'any',
    DUFFEL_BASE_URL: duffel.url,
    DUFFEL_ACCESS_TOKEN: 'any',
    ...env,
  });
  const app = stack.use(await createApp(config));
  const owned = stack.move();
  return {
    client: createContractClient(app.server),
    simulators: { amadeus, duffel },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A whole wish for one day, so many days from now: the simulators live in the present. */
export const wishIn = (days: number): string =>
  `Boston to Lisbon on ${Temporal.Now.plainDateISO().add({ days }).toString()}, one way`;
