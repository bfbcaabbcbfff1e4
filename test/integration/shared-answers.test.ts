import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { loadAirports, type Airports } from '../../src/domain/reference/airports.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openRedis } from '../../src/store/redis/open-redis.ts';
import { createContractClient, type ContractClient } from '../contract/contract-client.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import type { Simulator } from '../simulators/http-server.ts';
import { describeWithRedis } from '../store/redis-under-test.ts';
import { wishIn } from './two-sources.ts';

interface TwoProcesses extends AsyncDisposable {
  readonly clients: readonly [ContractClient, ContractClient];
  readonly simulator: Simulator;
}

/** The application twice, as two processes are, with one Redis and one source. */
async function startTwo(airports: Airports, redisUrl: string): Promise<TwoProcesses> {
  await using stack = new AsyncDisposableStack();
  const simulator = stack.use(await startAmadeusSimulator({ airports, behaviour: { latencyMs: 100 } }));
  const config = readConfig({
    LOG_LEVEL: 'silent',
    DATA_DIR: ':memory:',
    AMADEUS_BASE_URL: simulator.url,
    AMADEUS_API_KEY: 'any',
    AMADEUS_API_SECRET: 'any',
    REDIS_URL: redisUrl,
  });
  const open = async () => createContractClient(stack.use(await createApp(config)).server);
  const clients = [await open(), await open()] as const;
  const owned = stack.move();
  return { clients, simulator, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const searchesOf = ({ calls }: Simulator) => calls.filter(({ path }) => path.endsWith('flight-offers'));

describeWithRedis('answers that processes share', ({ server, connect }) => {
  let airports: Airports;
  beforeAll(async () => {
    airports = await loadAirports();
  });
  beforeEach(async () => {
    await using _emptied = await connect();
  });

  it('are asked for once, by whoever comes first, and shown by both', async () => {
    await using two = await startTwo(airports, server().url);
    const [one, other] = await Promise.all(two.clients.map((client) => client.chat({ message: wishIn(20) })));
    expect(searchesOf(two.simulator)).toHaveLength(1);
    expect(one?.flight_cards.length).toBeGreaterThan(0);
    expect(other?.flight_cards).toEqual(one?.flight_cards);
    const later = await two.clients[1].chat({ message: `I need a flight: ${wishIn(20)}` });
    expect(later.flight_cards).toEqual(one?.flight_cards);
    expect(searchesOf(two.simulator)).toHaveLength(1);
  });

  it('are asked for again where what is kept cannot be read', async () => {
    await using two = await startTwo(airports, server().url);
    const [first, second] = two.clients;
    const { flight_cards: cards } = await first.chat({ message: wishIn(30) });
    await using redis = await openRedis({ url: server().url, maxConnections: 1, timeoutMs: 5000 });
    for (const key of (await redis.command('KEYS', 'windrose:cache:*')) as string[])
      await redis.command('SET', key, 'of another version');
    expect((await second.chat({ message: wishIn(30) })).flight_cards).toHaveLength(cards.length);
    expect(searchesOf(two.simulator)).toHaveLength(2);
  });
});
