import { loadAirports } from '../../src/domain/reference/airports.ts';
import { startAmadeusSimulator } from '../../test/simulators/amadeus.ts';
import { startDuffelSimulator } from '../../test/simulators/duffel.ts';
import { ports } from './stage.ts';

/** All simulated sources of the benchmark in one process, until it is told to stop. */
const airports = await loadAirports();
await using _amadeus = await startAmadeusSimulator({ airports, port: ports.amadeus, record: false });
await using _duffel = await startDuffelSimulator({ airports, port: ports.duffel, record: false });
await using _second = await startAmadeusSimulator({ airports, port: ports.second, record: false });
console.log('simulators ready');
const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
process.once('SIGTERM', () => stop(undefined));
await stopped;
