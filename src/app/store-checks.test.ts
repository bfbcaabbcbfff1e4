import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { storeChecks, type StoreChecksParts } from './store-checks.ts';

const config = {
  dataDir: './data',
  redisUrl: null,
  redisMaxConnections: 1,
  databaseUrl: null,
  journalDays: 90,
};
const full = () => Promise.reject(new StoreUnavailable('sessions', 'disk-full', 'there is no space left'));
const well: StoreChecksParts = {
  config,
  sessions: { probe: async () => undefined },
  isDegraded: () => false,
  journal: { listPrices: async () => [] },
  redis: null,
};

async function stateOf(parts: Partial<StoreChecksParts>) {
  const checks = storeChecks({ ...well, ...parts });
  const answers = await Promise.all(
    checks.map(async ({ name, check }) => [name, await check(AbortSignal.timeout(1000))] as const),
  );
  return Object.fromEntries(answers);
}

describe('the checks of the stores', () => {
  it('say what stands in for what is not configured', async () => {
    expect(await stateOf({})).toEqual({
      database: { ok: true, detail: 'embedded' },
      redis: { ok: true, detail: 'not_configured' },
      sessions: { ok: true, detail: 'embedded' },
    });
  });

  it('fail where no conversation could be saved, although all can be read', async () => {
    const bad = { ok: false, detail: 'disk-full: there is no space left' };
    expect(await stateOf({ sessions: { probe: full } })).toMatchObject({ database: bad, sessions: bad });
  });

  it('fail for a Redis that takes no writes, and not for the turns that go on from copies', async () => {
    const refusal = new StoreUnavailable('redis', 'failed', 'OOM: its memory is full (maxmemory)');
    const command = (word: string) => (word === 'PING' ? Promise.resolve('PONG') : Promise.reject(refusal));
    const redis = { command, connections: () => 1 };
    expect(await stateOf({ redis, isDegraded: () => true })).toMatchObject({
      database: { ok: true },
      redis: { ok: false, detail: 'failed: OOM: its memory is full (maxmemory)' },
      sessions: { ok: true, detail: 'copies of this process' },
    });
  });

  it('need only the store of conversations for a turn', () => {
    const needed = storeChecks(well).filter(({ turnsNeedIt }) => turnsNeedIt);
    expect(needed.map(({ name }) => name)).toEqual(['sessions']);
  });
});
