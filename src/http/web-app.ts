import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { landingPage } from './landing-page.ts';

/** Where `npm run build` of the web app puts its pages. */
const built = join(import.meta.dirname, '../../web/dist');
/** Names of assets carry a hash of what is in them: what was fetched once is right for ever. */
const assetAge = '1y';

/** Everything comes from here; styles may be inline, because sizes of bars and places of popovers are set on elements. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The web app at `/`, or the page that says what this is where the app has not been built. */
export async function webApp(server: FastifyInstance, folder: string = built): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(landingPage));
    return;
  }
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: assetAge,
  });
  server.get('/', async (_request, reply) =>
    reply
      .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' })
      .sendFile('index.html', folder, { cacheControl: false }),
  );
  server.get('/windrose.svg', async (_request, reply) => reply.sendFile('windrose.svg', folder));
}
