import Fastify from 'fastify';
import { Pool } from 'undici';
import { compileSooner } from '../../src/platform/compile-sooner.ts';
import { ports } from './stage.ts';

/**
 * The floor of a turn with a search: compiled as soon as Windrose, it asks the simulated Amadeus over pooled connections, reads its JSON and answers with the first offers as
 * they are. It understands, ranks, remembers and guards nothing; no turn of a server made of the same libraries can be faster.
 */
const routes = [
  'PAR-NYC',
  'LON-TYO',
  'MAD-ROM',
  'BER-LIS',
  'DXB-SIN',
  'AMS-BCN',
  'BOS-SFO',
  'CHI-MIA',
] as const;
const shown = 12;

const connections = Number(process.argv[2] ?? 100);
const pool = new Pool(`http://127.0.0.1:${ports.amadeus}`, { connections, pipelining: 1 });
const login = await pool.request({
  method: 'POST',
  path: '/v1/security/oauth2/token',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=client_credentials&client_id=bench&client_secret=bench',
});
const { access_token: token } = (await login.body.json()) as { access_token: string };
const firstDay = Temporal.Now.plainDateISO('UTC').add({ days: 30 });
let asked = 0;

const server = Fastify();
server.post('/chat', async (_request, reply) => {
  asked += 1;
  const [from, to] = (routes[asked % routes.length] ?? routes[0]).split('-');
  const date = firstDay.add({ days: asked % 290 }).toString();
  const query = `originLocationCode=${from}&destinationLocationCode=${to}&departureDate=${date}&adults=1&currencyCode=USD&max=50`;
  const { body } = await pool.request({
    method: 'GET',
    path: `/v2/shopping/flight-offers?${query}`,
    headers: { authorization: `Bearer ${token}` },
  });
  const { data } = JSON.parse(await body.text()) as { data: unknown[] };
  return reply.type('application/json').send(JSON.stringify({ flight_cards: data.slice(0, shown) }));
});
await server.listen({ host: '127.0.0.1', port: ports.floor });
compileSooner();
console.log('floor ready');
const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
process.once('SIGTERM', () => stop(undefined));
await stopped;
await server.close();
await pool.close();
