import Fastify from 'fastify';
import { ports } from './stage.ts';

/** The floor: Fastify answering a JSON text of a given size, and doing nothing else. */
const answer = JSON.stringify({ text: 'x'.repeat(Math.max(0, Number(process.argv[2] ?? 1000) - 11)) });
const server = Fastify();
server.post('/chat', async (_request, reply) => reply.type('application/json').send(answer));
await server.listen({ host: '127.0.0.1', port: ports.bare });
console.log('bare ready');
const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
process.once('SIGTERM', () => stop(undefined));
await stopped;
await server.close();
