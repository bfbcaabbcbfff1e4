import Fastify, { type FastifyInstance } from 'fastify';

const prefix = '/docs';

/**
 * Everything the interface can do, as pages to read. Their reader takes 40 MB and half a second to load, and most servers are never asked
 * for it: it is loaded with the first visit, as a server of its own that answers in here.
 */
export async function referencePages(pages: FastifyInstance): Promise<void> {
  let reader: Promise<FastifyInstance> | undefined;
  pages.addHook('onClose', async () => {
    await (await reader?.catch(() => undefined))?.close();
  });
  // One that could not be loaded is tried again with the next visit.
  const readerOf = (): Promise<FastifyInstance> =>
    (reader ??= openReader().catch((error: unknown) => {
      reader = undefined;
      throw error;
    }));
  for (const url of [prefix, `${prefix}/*`])
    pages.get(url, async (request, reply) => {
      const page = await (await readerOf()).inject({ method: 'GET', url: request.url });
      // The reader's own words for it are no problem details.
      if (page.statusCode === 404) {
        reply.callNotFound();
        return reply;
      }
      for (const name of ['content-type', 'location'])
        if (page.headers[name] !== undefined) reply.header(name, page.headers[name]);
      return reply.code(page.statusCode).send(page.rawPayload);
    });
}

async function openReader(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const server = Fastify();
  await server.register(scalar, {
    routePrefix: prefix,
    configuration: { url: '/openapi.json', telemetry: false },
  });
  return server;
}
