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

  it('do not begin what was forgotten before it was saved for the first time', async () => {
    await using redis = await connect();
    const store = createRedisSessions<string>({ redis, ...settings });
    expect(await store.delete('a')).toBe(false);
    expect(await store.save('a', 0, 'one')).toBe('conflict');
    expect(await store.find('a')).toBeUndefined();
  });

  it('tell every process of saves and deletions', async () => {
    await using redis = await connect();
    await using other = await connect();
    const heard: string[] = [];
    const done = Promise.withResolvers<'heard'>();
    await createRedisSessions({ redis: other, ...settings }).listenChanges((id, version) => {
      heard.push(`${id} ${version}`);
      if (version === 0) done.resolve('heard');
    });
    const store = createRedisSessions<string>({ redis, ...settings });
    // Subscribing runs beside the first calls.
    while (
      Number(((await redis.command('PUBSUB', 'NUMSUB', 'windrose:session-changes')) as unknown[])[1]) === 0
    );
    await store.save('a:b', 0, 'one');
    await store.save('a:b', 0, 'late');
    await store.restore({ id: 'a:b', version: 5, state: 'five' });
    await store.delete('a:b');
    await done.promise;
    expect(heard).toEqual(['a:b 1', 'a:b 5', 'a:b 0']);
  });
});
