import { expect, it } from 'vitest';
import { ageRedis } from '../../../test/store/age-redis.ts';
import { describeWithRedis } from '../../../test/store/redis-under-test.ts';
import { describeSessions } from '../sessions.contract.ts';
import { createRedisSessions } from './redis-sessions.ts';

const settings = { most: 5, idleMs: 60_000 };

describeWithRedis('sessions in Redis', ({ connect }) => {
  describeSessions('redis', async () => {
    const redis = await connect();
    const sessions = createRedisSessions<{ text: string }>({ redis, ...settings });
    const store = { ...sessions, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() };
    return { ...settings, store, pass: (milliseconds) => ageRedis(redis, milliseconds) };
  });

  it('leave nothing of a deleted session behind but the word that it is deleted', async () => {
    await using redis = await connect();
    const store = createRedisSessions<string>({ redis, ...settings });
    await store.save('a', 0, 'secret');
    await store.delete('a');
    expect(await redis.command('KEYS', '*')).toEqual(['windrose:deleted-session:a']);
    expect(await redis.command('GET', 'windrose:deleted-session:a')).toBe('');
    await ageRedis(redis, settings.idleMs);
    expect(await redis.command('KEYS', '*')).toEqual([]);
  });

  it('bring in copies that are newer, never older ones or those of deleted sessions', async () => {
    await using redis = await connect();
    const store = createRedisSessions<string>({ redis, ...settings });
    expect(await store.restore({ id: 'a', version: 7, state: 'seven' })).toBe('saved');
    expect(await store.restore({ id: 'a', version: 7, state: 'other seven' })).toBe('conflict');
    expect(await store.restore({ id: 'a', version: 6, state: 'six' })).toBe('conflict');
    expect(await store.find('a')).toEqual({ id: 'a', version: 7, state: 'seven' });
    expect(await store.listMissing(['a', 'b'])).toEqual(['b']);
    await store.delete('a');
    expect(await store.restore({ id: 'a', version: 8, state: 'eight' })).toBe('conflict');
    expect(await store.find('a')).toBeUndefined();
  });

  it('tell every process of a deletion', async () => {
    await using redis = await connect();
    await using other = await connect();
    const heard = Promise.withResolvers<string>();
    await createRedisSessions({ redis: other, ...settings }).listenDeleted(heard.resolve);
    const store = createRedisSessions<string>({ redis, ...settings });
    for (;;) {
      // Subscribing runs beside: the deletion is repeated until somebody hears it.
      await store.delete('a');
      const first = await Promise.race([heard.promise, redis.command('PING')]);
      if (first === 'a') break;
    }
    expect(await heard.promise).toBe('a');
  });
});
