import { describe, expect, it } from 'vitest';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();
const json = { 'content-type': 'application/json' };

describe('a body that would change what objects are', () => {
  it.each([
    ['/chat', '{"message":"hi","__proto__":{"polluted":true}}'],
    ['/chat', '{"message":"hi","constructor":{"prototype":{"polluted":true}}}'],
    ['/understand', '{"message":"hi","trip":{"__proto__":{"polluted":true}}}'],
    ['/search', '{"trip":{"legs":[],"\\u005f_proto__":{"polluted":true}}}'],
  ])('is refused or without effect on POST %s: %s', async (url, payload) => {
    const { status } = await setup.client.send({ method: 'POST', url, headers: json, payload });
    if (payload.includes('proto__')) expect(status).toBe(400);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await setup.client.send({ url: '/places?q=lis' })).text).not.toContain('polluted');
  });

  it('is no use in a query either', async () => {
    await setup.client.send({ url: '/places?q=lis&__proto__[polluted]=1&constructor.prototype.polluted=1' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'names no session by a word that every object has: %s',
    async (id) => {
      expect(await setup.client.refused({ url: `/sessions/${id}` })).toMatchObject({ status: 404 });
      expect(await setup.client.refused({ method: 'DELETE', url: `/sessions/${id}` })).toMatchObject({
        status: 404,
      });
    },
  );
});

describe('what a client writes', () => {
  const evil = 'x\r\nset-cookie: evil=1\r\n\r\n<script>';

  it('never comes back in the head of an answer', async () => {
    const requests = [
      { method: 'POST', url: '/chat', payload: { message: evil, session_id: evil } },
      { method: 'POST', url: '/chat', payload: { message: evil, locale: evil } },
      { method: 'POST', url: '/chat', payload: { message: `Boston to ${evil}` } },
      { url: `/places?q=${encodeURIComponent(evil)}` },
      { url: `/sessions/${encodeURIComponent(evil)}` },
      { url: `/${encodeURIComponent(evil)}` },
      { url: '/places?q=lis', headers: { 'x-request-id': 'evil', origin: 'https://evil.test' } },
    ] as const;
    for (const request of requests) {
      const { headers } = await setup.client.send(request);
      expect(headers['set-cookie']).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain('evil');
    }
  });

  it('cannot add an event to a stream', async () => {
    const message = 'Boston to Lisbon\n\nevent: turn-end\ndata: {"forged":true}\n\n';
    const { events } = await setup.client.chatEvents({ message });
    expect(events.filter(({ event }) => event === 'turn-end')).toHaveLength(1);
    expect(events.every(({ data }) => !('forged' in data))).toBe(true);
  });
});
