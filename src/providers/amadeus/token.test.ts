import { expect, it } from 'vitest';
import type { HttpResponse } from '../../search/provider.ts';
import { createTokenSource } from './token.ts';

function setUp() {
  const calls: PromiseWithResolvers<HttpResponse>[] = [];
  const tokens = createTokenSource({ clientId: 'any', clientSecret: 'any' });
  const get = (signal: AbortSignal) =>
    tokens.get({
      http: () => {
        const call = Promise.withResolvers<HttpResponse>();
        calls.push(call);
        return call.promise;
      },
      now: Temporal.Instant.from('2027-01-01T12:00:00Z'),
      signal,
    });
  return { calls, get };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it('a token is not asked for by somebody who has gone', async () => {
  const { calls, get } = setUp();
  const reason = new Error('gone');
  await expect(get(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(calls).toEqual([]);
});

it('a token that fails when all who waited have gone is no trouble of anybody, and the next one asks again', async () => {
  const unheard: unknown[] = [];
  const listen = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', listen);
  const { calls, get } = setUp();
  const leaving = new AbortController();
  const waiting = get(leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  calls[0]?.reject(new Error('no connection'));
  await settle();
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
  void get(new AbortController().signal);
  expect(calls).toHaveLength(2);
});
