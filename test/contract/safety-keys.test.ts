import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { ChatAnswer } from '../../src/contract/chat.ts';
import { routes } from './answer-schemas.ts';
import { startContractApp } from './contract-app.ts';
import { createContractClient, parseEvents, type ContractClient } from './contract-client.ts';

const shop = 'shop-key-of-the-shop-1';
const shopNext = 'shop-key-of-the-shop-2';
const desk = 'desk-key-of-the-desk-1';
const nameless = 'nameless-key-of-anyone';

let app: App;
let client: ContractClient;
beforeAll(async () => {
  app = await startContractApp({}, { API_KEYS: `shop:${shop},shop:${shopNext},desk:${desk},${nameless}` });
  client = createContractClient(app.server);
});
afterAll(() => app[Symbol.asyncDispose]());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const chat = (key: string, body: object): InjectOptions => ({
  method: 'POST',
  url: '/chat',
  headers: bearer(key),
  payload: body,
});
const begin = async (key: string): Promise<ChatAnswer> => {
  const { status, json } = await client.send(chat(key, { message: 'Boston to Lisbon' }));
  expect(status).toBe(200);
  return json as ChatAnswer;
};

describe('with API_KEYS set', () => {
  const open = ['/health/live', '/health/ready'];
  const guarded = [
    ...routes.map(({ method, path }) => [method, path.replace(/\{\w+\}/u, 'abc')] as const),
    ['GET', '/metrics'] as const,
  ].filter(([, path]) => !open.includes(path));

  it.each(guarded)('a stranger gets 401 for %s %s, and is told how to come in', async (method, url) => {
    const problem = await client.refused({ method, url });
    expect(problem).toMatchObject({ status: 401, code: 'unauthorized', retryable: false });
    expect(problem.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it('the description says which routes need a key, and how they refuse', async () => {
    const { json } = await client.send({ url: '/openapi.json' });
    const { paths } = json as {
      paths: Record<string, Record<string, { security?: object[]; responses: object }>>;
    };
    for (const [path, methods] of Object.entries(paths))
      for (const { security = [], responses } of Object.values(methods)) {
        const needsKey = !open.includes(path);
        expect('401' in responses && '429' in responses, path).toBe(needsKey);
        expect(security, path).toEqual(needsKey ? [{}, { bearer: [] }, { key: [] }] : []);
      }
  });

  it.each([...open, '/', '/docs/', '/openapi.json'])('%s is open to everyone', async (url) => {
    expect((await client.send({ url })).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['a bearer token', { authorization: `Bearer ${shop}` }],
    ['a bearer token, whatever the case of its scheme', { authorization: `bearer ${shop}` }],
    ['x-api-key', { 'x-api-key': shop }],
    ['a key without a name', { 'x-api-key': nameless }],
  ])('lets in who shows %s', async (_what, headers) => {
    expect((await client.send({ url: '/places?q=lis', headers })).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['the beginning of a key', { 'x-api-key': shop.slice(0, -1) }],
    ['a key and more', { 'x-api-key': `${shop}1` }],
    ['a key in other case', { 'x-api-key': shop.toUpperCase() }],
    ['the name of a key', { 'x-api-key': 'shop' }],
    ['name and key', { 'x-api-key': `shop:${shop}` }],
    ['an empty key', { 'x-api-key': '' }],
    ['several keys at once', { 'x-api-key': `${shop}, ${desk}` }],
    ['a key as password', { authorization: `Basic ${btoa(`:${shop}`)}` }],
    ['a key without a scheme', { authorization: shop }],
  ])('does not let in who shows %s', async (_what, headers) => {
    expect(await client.refused({ url: '/places?q=lis', headers })).toMatchObject({ status: 401 });
  });

  it('takes no key from the address, where logs and histories would keep it', async () => {
    expect(await client.refused({ url: `/places?q=lis&api_key=${shop}` })).toMatchObject({ status: 401 });
  });
});

describe('a session', () => {
  it('goes on for the client that made it, with any of its keys', async () => {
    const { session_id } = await begin(shop);
    const next = await client.send(chat(shopNext, { message: 'on 4 December', session_id }));
    expect(next.status).toBe(200);
    expect((next.json as ChatAnswer).session_id).toBe(session_id);
    const url = `/sessions/${session_id}`;
    expect((await client.send({ url, headers: bearer(shop) })).json).toMatchObject({ session_id });
    expect((await client.send({ method: 'DELETE', url, headers: bearer(shopNext) })).status).toBe(204);
    expect((await client.send({ url, headers: bearer(shop) })).status).toBe(404);
  });

  it.each(['/chat', '/chat/async', '/chat/sync'])('is unknown to another client on POST %s', async (url) => {
    const { session_id } = await begin(shop);
    for (const accept of ['application/json', 'text/event-stream'])
      for (const key of [desk, nameless]) {
        const headers = { ...bearer(key), accept };
        const payload = { message: 'hello', session_id };
        expect(await client.refused({ method: 'POST', url, headers, payload })).toMatchObject({
          status: 404,
        });
      }
  });

  it('can be neither read nor forgotten by another client', async () => {
    const { session_id } = await begin(shop);
    const url = `/sessions/${session_id}`;
    for (const method of ['GET', 'DELETE'] as const)
      expect(await client.refused({ method, url, headers: bearer(desk) })).toMatchObject({ status: 404 });
    expect((await client.send({ url, headers: bearer(shop) })).status).toBe(200);
  });

  it('cannot be had by an id put together from two', async () => {
    const [theirs, mine] = [await begin(shop), await begin(desk)];
    const [, random = ''] = theirs.session_id.split('.');
    const [mark = ''] = mine.session_id.split('.');
    for (const id of [`${mark}.${random}`, random, `.${random}`, `${mark}.${theirs.session_id}`])
      expect(await client.refused({ url: `/sessions/${id}`, headers: bearer(desk) })).toMatchObject({
        status: 404,
      });
  });

  it('of another is answered word for word as one that never was', async () => {
    const { session_id } = await begin(shop);
    const said = async (id: string) => {
      const { request_id: _own, ...rest } = await client.refused(
        chat(desk, { message: 'hi', session_id: id }),
      );
      return { ...rest, headers: { ...rest.headers, 'x-request-id': '' } };
    };
    expect(await said(session_id)).toEqual(await said(session_id.replace(/.$/u, '~')));
  });

  it('has the same id on every event of its stream', async () => {
    const { text } = await client.send({
      ...chat(shop, { message: 'Boston to Lisbon' }),
      headers: { ...bearer(shop), accept: 'text/event-stream' },
    });
    const ids = parseEvents(text).flatMap(({ data }) =>
      typeof data === 'object' && data && 'session_id' in data ? [data.session_id] : [],
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
