import { afterAll, beforeAll, describe } from 'vitest';
import { openRedis, type Redis } from '../../src/store/redis/open-redis.ts';
import { missingRedis, startRedis, type RedisServer } from './start-redis.ts';

const missing = missingRedis();

/** Runs suites against a private Redis that is empty for each test; where there is none, says so in one line and skips. */
export function describeWithRedis(
  name: string,
  suite: (under: { server: () => RedisServer; connect: () => Promise<Redis> }) => void,
): void {
  if (missing) console.warn(`Skipped: ${name}. ${missing}`);
  describe.skipIf(missing)(missing ? `${name} (${missing})` : name, () => {
    let server: RedisServer;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server[Symbol.asyncDispose]());
    suite({
      server: () => server,
      async connect() {
        const redis = await openRedis({ url: server.url, maxConnections: 10, timeoutMs: 5_000 });
        await redis.command('FLUSHALL');
        return redis;
      },
    });
  });
}
