import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { routes } from './answer-schemas.ts';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();

describe('health', () => {
  it.each(['/health/live', '/health/ready', '/health/async'])('%s is healthy', async (url) => {
    const { status, json } = await setup.client.send({ url });
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'healthy', timestamp: expect.stringContaining('T') as string });
  });

  it('names each part that the contract names and says what stands in for what is not configured', async () => {
    const { json } = await setup.client.send({ url: '/health/async' });
    expect(json).toMatchObject({
      checks: { database: true, redis: true, amadeus_api: true, nlp_engine: true },
      details: { database: 'embedded', redis: 'not_configured', amadeus_api: 'not_configured' },
    });
  });
});

describe('GET /metrics', () => {
  it('counts requests, turns and sources under the names of the contract', async () => {
    await setup.client.chat({ message: 'Boston to Lisbon on 4 December, one way' });
    const { status, headers, text } = await setup.client.send({ url: '/metrics' });
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(/^request_duration_seconds_bucket\{le="0.001",.*route="\/chat".*\} \d+$/m);
    expect(text).toMatch(/^concurrent_requests 1$/m);
    expect(text).toMatch(/^# TYPE api_calls_total counter$/m);
    expect(text).toMatch(/^provider_searches_total\{provider="demo",status="ok"\} [1-9]/m);
    expect(text).toMatch(/^provider_search_duration_seconds_count\{provider="demo"\} [1-9]/m);
    expect(text).toMatch(/^cache_lookups_total\{.*cache="understanding".*\} \d+$/m);
    expect(text).toMatch(/^turns_total\{mode="async",outcome="search"\} [1-9]/m);
    for (const name of ['provider_circuit_open', 'provider_pool_in_use'])
      expect(text).toContain(`# TYPE ${name} gauge`);
  });
});

type Json = Readonly<Record<string, unknown>>;
interface Description extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Json; requestBody?: Json }>>>>;
}

const describedBy = async (): Promise<Description> =>
  (await setup.client.send({ url: '/openapi.json' })).json as Description;

describe('GET /openapi.json', () => {
  it('describes every route that the server has, and no other', async () => {
    const { paths } = await describedBy();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(servedRoutes(setup.app).toSorted());
    for (const { method, path } of routes) expect(described).toContain(`${method} ${path}`);
  });

  it('points at nothing that is not there', async () => {
    const description = await describedBy();
    const references = [...referencesIn(description)];
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references)
      expect(resolve(description, reference), reference).toBeTypeOf('object');
  });

  it('says what a request has to have, and leaves to it what has a usual value', async () => {
    const { components } = (await describedBy()) as unknown as {
      components: { schemas: Record<string, { required?: string[] }> };
    };
    expect(components.schemas.ChatRequest?.required).toEqual(['message']);
    expect(components.schemas.SearchRequest?.required).toEqual(['trip']);
    expect(components.schemas.ChatAnswer?.required).toContain('flight_cards');
  });

  it('tells of an answer and of what may go wrong on every route that takes a body', async () => {
    const { paths } = await describedBy();
    for (const [path, { post }] of Object.entries(paths)) {
      if (!post) continue;
      expect(Object.keys(post.responses), path).toEqual(
        expect.arrayContaining(['200', '400', '413', '415', '500']),
      );
      expect(post.requestBody, path).toBeDefined();
    }
  });
});

describe('GET /docs', () => {
  it('shows the description without asking another host for anything', async () => {
    const first = await setup.client.send({ url: '/docs' });
    const page =
      first.status === 200 ? first : await setup.client.send({ url: first.headers.location ?? '' });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      const { pathname, host } = new URL(source, 'http://windrose.test/docs/');
      expect(host, source).toBe('windrose.test');
      const { status } = await setup.client.send({ url: pathname });
      expect(status, source).toBe(200);
    }
  });

  it('is led to from a page at the root', async () => {
    const { status, headers, text } = await setup.client.send({ url: '/' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('href="/docs"');
  });
});

describe('a path or a method that is not there', () => {
  it.each([
    '/nothing',
    '/chat/fast',
    '/sessions',
    '/sessions/',
    '/health',
    '/..%2f..%2fetc%2fpasswd',
    '/%c0%ae',
  ])('answers 404 or 400 to GET %s with a problem', async (url) => {
    const { status, headers } = await setup.client.refused({ url });
    expect([400, 404]).toContain(status);
    expect(headers.allow).toBeUndefined();
  });

  it.each([
    ['GET', '/chat', 'POST'],
    ['DELETE', '/chat/sync', 'POST'],
    ['PUT', '/search', 'POST'],
    ['GET', '/search/', 'POST'],
    ['POST', '/places', 'GET'],
    ['GET', '/mcp', 'POST'],
    ['POST', '/sessions/abc', 'GET, DELETE'],
    ['PATCH', '/sessions/abc?x=1', 'GET, DELETE'],
    ['DELETE', '/health/live', 'GET'],
    ['POST', '/', 'GET'],
    ['GET', '/%63hat', 'POST'],
  ] as const)('answers 405 to %s %s and names what is allowed', async (method, url, allowed) => {
    const problem = await setup.client.refused({ method, url });
    expect(problem).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(problem.headers.allow).toBe(allowed);
  });
});

/** The routes as the router prints them, without HEAD, the pages and what the reference page loads. */
function servedRoutes({ server }: App): string[] {
  const above: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^(.*?)[├└]── (\S*)(?: \((.+)\))?/u.exec(line) ?? [];
      const depth = indent.length / 4;
      above.splice(depth, above.length, part);
      const path = `/${above.join('')}`.replace(/^\/+/u, '/').replace(/(?<=.)\/$/u, '');
      if (/^\/(?:docs.*|openapi\.json|windrose\.svg)?$|\*$/u.test(path)) return [];
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path.replace(/:(\w+)/u, '{$1}')}`);
    })
    .filter((route, index, all) => all.indexOf(route) === index);
}

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner;
    else yield* referencesIn(inner);
  }
}

const resolve = (root: Json, reference: string): unknown =>
  reference
    .replace(/^#\//u, '')
    .split('/')
    .reduce<unknown>((value, name) => (value as Json | undefined)?.[name], root);
