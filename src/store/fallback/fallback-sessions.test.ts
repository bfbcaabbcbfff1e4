import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ageRedis } from '../../../test/store/age-redis.ts';
import { freePort } from '../../../test/store/free-port.ts';
import { describeWithRedis } from '../../../test/store/redis-under-test.ts';
import { startRedis, type RedisServer } from '../../../test/store/start-redis.ts';
import { openRedis } from '../redis/open-redis.ts';
import { createRedisSessions } from '../redis/redis-sessions.ts';
import { describeSessions } from '../sessions.contract.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { createFallbackSessions } from './fallback-sessions.ts';

const idleMs = 60_000;

interface State {
  readonly text: string;
}

/** One process: its own connections and its own copies. It looks for the return of Redis on demand only. */
async function startProcess(server: RedisServer, { mostCopies = 100, timeoutMs = 5_000 } = {}) {
  const redis = await openRedis({ url: server.url, maxConnections: 2, timeoutMs });
  const remote = createRedisSessions<State>({ redis, most: 100, idleMs });
  const states: string[] = [];
  const reasons: string[] = [];
  const gaveWay: string[] = [];
  const store = await createFallbackSessions<State>({
    remote: { ...remote, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() },
    mostCopies,
    idleMs,
    retryMs: 3_600_000,
    nowMs: () => 1,
    observe: {
      stateChanged: (state, why) => {
        states.push(state);
        if (why) reasons.push(why.explanation);
      },
      copyGaveWay: (id) => gaveWay.push(id),
    },
  });
  return {
    ...store,
    redis,
    states,
    reasons,
    gaveWay,
    async untilBack() {
      while ((await store.retry()) !== 'ok') await turn();
    },
    async untilListening(processes: number) {
      const listening = async () =>
        (await redis.command('PUBSUB', 'NUMSUB', 'windrose:session-changes')) as unknown[];
      while (Number((await listening())[1]) < processes);
    },
  };
}

describeWithRedis('sessions that outlive an outage of Redis', ({ connect }) => {
  describeSessions('fallback', async () => {
    const redis = await connect();
    let passed = 0;
    const remote = createRedisSessions<State>({ redis, most: 5, idleMs });
    const store = await createFallbackSessions<State>({
      remote: { ...remote, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() },
      // Fewer than the remote store may have, so that the suite sees what is remote.
      mostCopies: 2,
      idleMs,
      retryMs: 3_600_000,
      nowMs: () => passed,
      observe: { stateChanged: () => undefined, copyGaveWay: () => undefined },
    });
    return {
      store,
      idleMs,
      most: 5,
      async pass(milliseconds) {
        passed += milliseconds;
        await ageRedis(redis, milliseconds);
      },
    };
  });

  it('go on from copies while Redis is away, and are written back', async () => {
    await using server = await startRedis({ durable: true });
    await using one = await startProcess(server);
    await one.save('a', 0, { text: 'one' });
    await server.kill();
    expect(await one.find('a')).toMatchObject({ version: 1 });
    expect(await one.save('a', 1, { text: 'two' })).toBe('saved');
    expect(await one.save('a', 1, { text: 'late' })).toBe('conflict');
    expect(await one.save('new', 0, { text: 'new' })).toBe('saved');
    expect(one.state()).toBe('degraded');
    expect(one.unwritten()).toBe(2);

    await server.restart();
    await one.untilBack();
    expect([one.state(), one.unwritten(), one.states]).toEqual(['ok', 0, ['degraded', 'ok']]);
    await using other = await startProcess(server);
    expect(await other.find('a')).toEqual({ id: 'a', version: 2, state: { text: 'two' } });
    expect(await other.find('new')).toEqual({ id: 'new', version: 1, state: { text: 'new' } });
    expect(await one.save('a', 2, { text: 'three' })).toBe('saved');
    expect(one.gaveWay).toEqual([]);
  });

  it('give a Redis that comes back empty what it had', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server);
    await one.save('a', 0, { text: 'one' });
    await one.save('a', 1, { text: 'two' });
    await server.kill();
    expect(await one.find('a')).toMatchObject({ version: 2 });
    await server.restart();
    await one.untilBack();
    await using other = await startProcess(server);
    expect(await other.find('a')).toEqual({ id: 'a', version: 2, state: { text: 'two' } });
  });

  it('bring a session back that Redis lost while nobody looked', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server);
    await one.save('a', 0, { text: 'one' });
    await server.kill();
    await server.restart();
    const answers = () =>
      one.redis.command('PING').then(
        () => true,
        () => false,
      );
    while (!(await answers())) await turn();
    expect(one.state()).toBe('ok');
    expect(await one.find('a')).toEqual({ id: 'a', version: 1, state: { text: 'one' } });
    expect(await one.save('a', 1, { text: 'two' })).toBe('saved');
    expect(one.state()).toBe('ok');
  });

  it('call a session an outage that nobody here has seen, never unknown', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server);
    await server.kill();
    await expect(one.find('elsewhere')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(one.delete('elsewhere')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('go on where Redis hangs, whose late work does no harm', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server, { timeoutMs: 200 });
    await one.save('a', 0, { text: 'one' });
    server.freeze();
    expect(await one.save('a', 1, { text: 'two' })).toBe('saved');
    expect(await one.save('a', 2, { text: 'three' })).toBe('saved');
    server.thaw();
    await one.untilBack();
    await using other = await startProcess(server);
    expect(await other.find('a')).toEqual({ id: 'a', version: 3, state: { text: 'three' } });
    expect(one.gaveWay).toEqual([]);
  });

  it('let the newer version win, and say whose turns gave way', async () => {
    await using server = await startRedis({ durable: true });
    await using one = await startProcess(server);
    await using other = await startProcess(server);
    await one.save('a', 0, { text: 'one' });
    await one.untilListening(2);
    await other.find('a');
    await server.kill();
    await one.save('a', 1, { text: 'one more' });
    await other.save('a', 1, { text: 'other' });
    await other.save('a', 2, { text: 'other more' });
    await server.restart();
    await other.untilBack();
    await one.untilBack();
    expect((await one.find('a'))?.state.text).toBe('other more');
    expect([one.gaveWay, other.gaveWay]).toEqual([['a'], []]);
  });

  it('do not go on from a copy that another process has gone beyond or deleted', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server);
    await using other = await startProcess(server);
    await one.untilListening(2);
    await one.save('a', 0, { text: 'one' });
    await one.save('deleted', 0, { text: 'secret' });
    // Words arrive in order on the connection that listens: once the last is heard, so are the others.
    const heard = Promise.withResolvers<string>();
    await one.redis.listen('windrose:session-changes', (message) => {
      if (message === '1:last') heard.resolve(message);
    });
    await other.save('a', 1, { text: 'two' });
    await other.delete('deleted');
    await other.save('last', 0, { text: 'last' });
    await heard.promise;
    await server.kill();
    await expect(one.find('a')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(one.find('deleted')).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await other.find('a'))?.state.text).toBe('two');
  });

  it('forget in an outage too, everywhere once Redis is back', async () => {
    await using server = await startRedis({ durable: true });
    await using one = await startProcess(server);
    await using other = await startProcess(server);
    await one.save('a', 0, { text: 'secret' });
    await other.find('a');
    await server.kill();
    await other.save('a', 1, { text: 'secret too' });
    expect(await one.delete('a')).toBe(true);
    expect(await one.find('a')).toBeUndefined();
    expect(one.unwritten()).toBe(1);
    await server.restart();
    await one.untilBack();
    await other.untilBack();
    expect(await one.find('a')).toBeUndefined();
    expect(await other.find('a')).toBeUndefined();
  });

  it('do not forget after an outage what they refused to forget in it', async () => {
    await using server = await startRedis({ durable: true });
    await using one = await startProcess(server);
    await using other = await startProcess(server);
    await other.save('a', 0, { text: 'kept' });
    await server.kill();
    await expect(one.delete('a')).rejects.toBeInstanceOf(StoreUnavailable);
    await server.restart();
    await one.untilBack();
    expect(await one.find('a')).toMatchObject({ state: { text: 'kept' } });
    expect(await one.delete('a')).toBe(true);
  });

  it('forget once in an outage, and no more than they can remember', async () => {
    await using server = await startRedis({ durable: true });
    await using one = await startProcess(server, { mostCopies: 2 });
    await one.save('a', 0, { text: 'a' });
    await one.save('b', 0, { text: 'b' });
    await server.kill();
    expect([await one.delete('a'), await one.delete('a')]).toEqual([true, false]);
    expect(await one.delete('b')).toBe(true);
    await one.save('c', 0, { text: 'c' });
    await expect(one.delete('c')).rejects.toMatchObject({ trouble: 'overloaded' });
    expect(await one.find('c')).toMatchObject({ state: { text: 'c' } });
  });

  it('go on from copies while Redis is full, and do not take it for back because it can be read', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server);
    await one.redis.command('CONFIG', 'SET', 'maxmemory', '1');
    await one.probe();
    expect([one.state(), one.reasons]).toEqual(['degraded', ['OOM: its memory is full (maxmemory)']]);
    expect(await one.save('a', 0, { text: 'one' })).toBe('saved');
    expect(await one.retry()).toBe('degraded');
    await one.redis.command('CONFIG', 'SET', 'maxmemory', '0');
    expect(await one.retry()).toBe('ok');
    await using other = await startProcess(server);
    expect(await other.find('a')).toMatchObject({ version: 1 });
  });

  it('say at the start that Redis is away', async () => {
    const nobody = { url: `redis://127.0.0.1:${await freePort()}` } as RedisServer;
    await using one = await startProcess(nobody);
    expect([one.states, one.reasons]).toEqual([['degraded'], ['no connection (ECONNREFUSED)']]);
  });

  it('refuse new sessions rather than forget turns where there is no room for more copies', async () => {
    await using server = await startRedis();
    await using one = await startProcess(server, { mostCopies: 2 });
    await one.save('clean', 0, { text: 'clean' });
    await server.kill();
    await one.save('a', 0, { text: 'a' });
    await one.save('b', 0, { text: 'b' });
    await expect(one.save('c', 0, { text: 'c' })).rejects.toMatchObject({ trouble: 'overloaded' });
    await expect(one.probe()).rejects.toMatchObject({ trouble: 'overloaded' });
    expect(await one.save('a', 1, { text: 'a2' })).toBe('saved');
    await server.restart();
    await one.untilBack();
    expect((await one.find('a'))?.version).toBe(2);
    expect((await one.find('b'))?.version).toBe(1);
  });
});
