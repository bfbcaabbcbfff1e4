import { afterAll, beforeAll } from 'vitest';
import type { App } from '../../src/app.ts';
import { startContractApp } from './contract-app.ts';
import { createContractClient, type ContractClient } from './contract-client.ts';

/** The real application for the tests of a file, and a client that holds its answers against the contract. */
export interface ContractSetup {
  readonly app: App;
  readonly client: ContractClient;
}

/** Starts the application before the tests of a file and closes it after them; what it gives is there when a test runs. */
export function setUpContractApp(): ContractSetup {
  const setup: { app?: App; client?: ContractClient } = {};
  beforeAll(async () => {
    setup.app = await startContractApp();
    setup.client = createContractClient(setup.app.server);
  });
  afterAll(() => setup.app?.[Symbol.asyncDispose]());
  return setup as ContractSetup;
}
