import { loadAirports } from '../../src/domain/reference/airports.ts';
import { startAmadeusSimulator } from './amadeus.ts';
import { startDuffelSimulator } from './duffel.ts';

/** `npm run simulate`: both sources on fixed ports, 800 ms and 1,200 ms slow, until stopped. Ports: AMADEUS_PORT, DUFFEL_PORT. */
const port = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const airports = await loadAirports();
await using amadeus = await startAmadeusSimulator({
  airports,
  port: port('AMADEUS_PORT', 4101),
  record: false,
  behaviour: { latencyMs: 800, jitterMs: 200 },
});
await using duffel = await startDuffelSimulator({
  airports,
  port: port('DUFFEL_PORT', 4102),
  record: false,
  behaviour: { latencyMs: 1200, jitterMs: 400 },
});

console.log(`Simulated Amadeus on ${amadeus.url}, simulated Duffel on ${duffel.url}. In another terminal:

  AMADEUS_BASE_URL=${amadeus.url} AMADEUS_API_KEY=any AMADEUS_API_SECRET=any \\
  DUFFEL_BASE_URL=${duffel.url} DUFFEL_ACCESS_TOKEN=any npm start

Make one misbehave while it runs (null ends it), or slow:

  curl -X PUT ${duffel.url}/__behaviour -d '{"fault":"hang"}'
  curl -X PUT ${amadeus.url}/__behaviour -d '{"latencyMs":3000}'
`);

const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
process.once('SIGINT', () => stop(undefined));
process.once('SIGTERM', () => stop(undefined));
await stopped;
