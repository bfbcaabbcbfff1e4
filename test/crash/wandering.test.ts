import { createServer, request as send, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { freePort } from '../store/free-port.ts';
import { missingRedis, startRedis } from '../store/start-redis.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { lostTurns, startTalkers } from './talkers.ts';

const missing = missingRedis();
if (missing) console.log(`skipped: several servers on one Redis (${missing})`);

/** Hands every request to the next server, whichever conversation it belongs to; a dead one is passed over. */
async function startRoundRobin(targets: readonly string[]): Promise<{ url: string; server: Server }> {
  let next = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => attempt(targets.length));
    function attempt(left: number): void {
      const target = targets[next % targets.length]!;
      next += 1;
      const onward = send(
        `${target}${request.url ?? '/'}`,
        { method: request.method, headers: { ...request.headers, connection: 'close' } },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', () => {
        if (left > 1 && !response.headersSent) attempt(left - 1);
        else response.destroy();
      });
      onward.end(Buffer.concat(chunks));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe.skipIf(missing)('three servers on one Redis, without sticky routing', () => {
  it('let conversations wander, and lose no turn when one of them is killed', async () => {
    await using redis = await startRedis();
    await using stack = new AsyncDisposableStack();
    const servers: ServerProcess[] = [];
    for (let index = 0; index < 3; index += 1)
      servers.push(
        stack.use(await startServerProcess(await freePort(), { REDIS_URL: redis.url, DATA_DIR: ':memory:' })),
      );
    const { url, server } = await startRoundRobin(servers.map((each) => each.url));
    stack.defer(() => {
      server.closeAllConnections();
      server.close();
    });
    const talkers = startTalkers({ atOnce: 6, urlOf: () => url, mayFail: true });
    while (talkers.turns() < 100) await delay(10);
    await servers[0]!.kill();
    while (talkers.turns() < 250) await delay(10);
    await talkers.stop();
    expect(talkers.wrong).toEqual([]);
    expect(await lostTurns(servers[1]!.url, talkers.talks)).toEqual([]);
    expect(await lostTurns(servers[2]!.url, talkers.talks)).toEqual([]);
  });

  it('order the turns of one conversation that come to different servers at once, and lose none', async () => {
    await using redis = await startRedis();
    await using stack = new AsyncDisposableStack();
    const urls: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      const env = { REDIS_URL: redis.url, DATA_DIR: ':memory:' };
      urls.push(stack.use(await startServerProcess(await freePort(), env)).url);
    }
    const chat = async (url: string, body: object): Promise<ChatAnswer> => {
      const response = await fetch(`${url}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
      return (await response.json()) as ChatAnswer;
    };
    const { session_id } = await chat(urls[0]!, { message: 'Boston to Lisbon on 4 December 2026, one way' });
    const messages = ['only nonstop', 'what about bags?', 'thanks', 'a day later'];
    await Promise.all(messages.map((message, index) => chat(urls[index % 2]!, { message, session_id })));
    const { transcript } = (await (await fetch(`${urls[1]!}/sessions/${session_id}`)).json()) as {
      transcript: { role: string; text: string }[];
    };
    const said = transcript.filter(({ role }) => role === 'traveller').map(({ text }) => text);
    expect(said.toSorted()).toEqual(['Boston to Lisbon on 4 December 2026, one way', ...messages].toSorted());
    expect(transcript.map(({ role }) => role)).toEqual(said.flatMap(() => ['traveller', 'agent']));
  });

  it('ask a source once for what travellers of different servers want at once', async () => {
    await using redis = await startRedis();
    await using amadeus = await startAmadeusSimulator({ airports: await loadAirports() });
    amadeus.behaviour.latencyMs = 500;
    await using stack = new AsyncDisposableStack();
    const urls: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const env = {
        REDIS_URL: redis.url,
        DATA_DIR: ':memory:',
        AMADEUS_BASE_URL: amadeus.url,
        AMADEUS_API_KEY: 'any',
        AMADEUS_API_SECRET: 'any',
      };
      urls.push(stack.use(await startServerProcess(await freePort(), env)).url);
    }
    const answers = await Promise.all(
      [...urls, ...urls].map(async (url) => {
        const response = await fetch(`${url}/chat`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ message: 'Boston to Lisbon on 4 December 2026, one way' }),
        });
        return (await response.json()) as ChatAnswer;
      }),
    );
    for (const { flight_cards: cards } of answers) expect(cards.length).toBeGreaterThan(0);
    const searches = amadeus.calls.filter(({ path }) => path.includes('flight-offers'));
    expect(searches).toHaveLength(1);
  });
});
