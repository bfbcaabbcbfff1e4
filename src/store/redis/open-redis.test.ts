import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { describeWithRedis } from '../../../test/store/redis-under-test.ts';
import { freePort } from '../../../test/store/free-port.ts';
import { startRedis } from '../../../test/store/start-redis.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { openRedis } from './open-redis.ts';
import { redisScript } from './redis-script.ts';

const trouble = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreUnavailable ? error.trouble : error),
  );

const explanation = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreUnavailable ? error.explanation : error),
  );

const one = redisScript('return 1');

it('an address where nobody listens is an outage of the calls, at once', async () => {
  await using redis = await openRedis({
    url: `redis://127.0.0.1:${await freePort()}`,
    maxConnections: 2,
    timeoutMs: 60_000,
  });
  expect(await trouble(redis.command('PING'))).toBe('unreachable');
});

describeWithRedis('connections to Redis', ({ server }) => {
  it('grow with the load and stay within their number', async () => {
    await using redis = await openRedis({ url: server().url, maxConnections: 3, timeoutMs: 10_000 });
    expect(redis.connections()).toBe(1);
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 200 }, () => redis.command('ECHO', 'x'.repeat(1_000))));
    expect(redis.connections()).toBe(3);
    const clients = String(await redis.command('CLIENT', 'LIST', 'TYPE', 'normal'));
    expect(clients.trim().split('\n')).toHaveLength(3);
  });

  it('run a script whether or not the server knows it', async () => {
    await using redis = await openRedis({ url: server().url, maxConnections: 1, timeoutMs: 10_000 });
    expect(await redis.script(one, [], [])).toBe(1);
    await redis.command('SCRIPT', 'FLUSH');
    expect(await redis.script(one, [], [])).toBe(1);
  });

  it('let bugs through as they are, and call a full server an outage', async () => {
    await using redis = await openRedis({ url: server().url, maxConnections: 1, timeoutMs: 10_000 });
    await expect(redis.command('NONSENSE')).rejects.not.toBeInstanceOf(StoreUnavailable);
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    expect(await trouble(redis.command('SET', 'a', 'b'))).toBe('failed');
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    expect(await trouble(redis.command('SET', 'a', 'b'))).toBe('none');
  });

  it('say why they are refused', async () => {
    await using own = await startRedis();
    await using redis = await openRedis({ url: own.url, maxConnections: 1, timeoutMs: 10_000 });
    await redis.command('CONFIG', 'SET', 'requirepass', 'a password');
    await using wrong = await openRedis({
      url: own.url.replace('//', '//:another@'),
      maxConnections: 1,
      timeoutMs: 10_000,
    });
    await using none = await openRedis({ url: own.url, maxConnections: 1, timeoutMs: 10_000 });
    expect(await explanation(wrong.command('PING'))).toBe('WRONGPASS: it refuses user or password');
    expect(await explanation(none.command('PING'))).toBe('NOAUTH: it wants a password');
  });

  it('give up on a server that hangs, and notice one that is killed and one that is back', async () => {
    await using own = await startRedis();
    await using redis = await openRedis({ url: own.url, maxConnections: 2, timeoutMs: 300 });
    expect(await trouble(redis.command('PING'))).toBe('none');
    own.freeze();
    expect(await trouble(redis.command('PING'))).toBe('timeout');
    own.thaw();
    await own.kill();
    expect(await trouble(redis.command('PING'))).toBe('unreachable');
    await own.restart();
    while ((await trouble(redis.command('PING'))) !== 'none') await turn();
  });
});
