import { createApp } from '../../src/app.ts';
import { compileSooner } from '../../src/platform/compile-sooner.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createAmadeusProvider } from '../../src/providers/amadeus/index.ts';
import { createDuffelProvider } from '../../src/providers/duffel/index.ts';
import { ports } from './stage.ts';

/** Windrose on three simulated sources: Amadeus, Duffel, and a second account of Amadeus. */
const config = readConfig(process.env);
const credentials = { clientId: 'bench', clientSecret: 'bench' };
await using app = await createApp(config, {
  providers: (airports) => [
    {
      provider: createAmadeusProvider({ credentials, airports }),
      baseUrl: `http://127.0.0.1:${ports.amadeus}`,
      perSecond: null,
    },
    {
      provider: createDuffelProvider({ accessToken: 'bench', airports }),
      baseUrl: `http://127.0.0.1:${ports.duffel}`,
      perSecond: null,
    },
    {
      provider: createAmadeusProvider({ credentials, airports, id: 'amadeus2' }),
      baseUrl: `http://127.0.0.1:${ports.second}`,
      perSecond: null,
    },
  ],
});
const url = await app.listen();
compileSooner();
console.log(url);
const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
process.once('SIGTERM', () => stop(undefined));
await stopped;
