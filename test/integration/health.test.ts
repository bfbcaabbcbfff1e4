import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { HealthAnswer } from '../../src/contract/health.ts';
import { startContractApp } from '../contract/contract-app.ts';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { freePort } from '../store/free-port.ts';
import { startTwoSources, wishIn } from './two-sources.ts';

const message = 'Boston to Lisbon on 4 December, one way';
const parts = ['amadeus_api', 'database', 'nlp_engine', 'redis', 'sessions'];

async function healthOf(app: App, url: string): Promise<HealthAnswer & { code: number }> {
  const { statusCode, json } = await app.server.inject({ url });
  return { ...json<HealthAnswer>(), code: statusCode };
}

describe('a server whose Redis is away', () => {
  it('stays in service, for its turns go on from copies, and says what is wrong', async () => {
    await using app = await startContractApp({}, { REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    // Told at the start, before any turn.
    expect((await app.server.inject({ url: '/metrics' })).body).toMatch(/^session_store_degraded 1$/mu);

    const ready = await healthOf(app, '/health/ready');
    expect(ready).toMatchObject({ code: 200, status: 'healthy', checks: { redis: false, sessions: true } });
    expect(ready.details).toMatchObject({
      redis: 'unreachable: no connection (ECONNREFUSED)',
      sessions: 'copies of this process',
    });
    expect(await healthOf(app, '/health/async')).toMatchObject({ code: 503, status: 'unhealthy' });
    expect(await healthOf(app, '/health/live')).toMatchObject({ code: 200, status: 'healthy' });
    const turn = await app.server.inject({ method: 'POST', url: '/chat', payload: { message } });
    expect(turn.statusCode).toBe(200);
  });
});

describe('a source that is away', () => {
  it('takes no process out of service', async () => {
    await using app = await startContractApp(
      {},
      {
        AMADEUS_BASE_URL: `http://127.0.0.1:${await freePort()}`,
        AMADEUS_API_KEY: 'key',
        AMADEUS_API_SECRET: 'secret',
        DEMO_PROVIDER: 'on',
      },
    );
    for (const day of [4, 5, 6, 7, 8, 9, 10]) {
      const payload = { message: `Boston to Lisbon on ${day} December, one way` };
      const turn = await app.server.inject({ method: 'POST', url: '/chat', payload });
      expect(turn.statusCode).toBe(200);
    }
    const ready = await healthOf(app, '/health/ready');
    expect(ready.details).toMatchObject({ amadeus_api: 'circuit open' });
    expect(ready).toMatchObject({ code: 200, status: 'healthy', checks: { amadeus_api: false } });
    expect(await healthOf(app, '/health/async')).toMatchObject({ code: 503 });
  });
});

describe('sources that refuse their keys', () => {
  it.each(['async', 'sync'])('are named in %s, before a search and without one', async (mode) => {
    const airports = await loadAirports();
    await using setup = await startTwoSources(airports, {
      SEARCH_MODE: mode,
      AMADEUS_API_KEY: 'wrong',
      DUFFEL_ACCESS_TOKEN: 'wrong',
    });
    const health = async () => {
      const { status, json } = await setup.client.send({ url: '/health/async' });
      return [status, json];
    };
    // A slow machine tells of what it tried when it is asked again.
    await expect.poll(health, { timeout: 20_000, interval: 300 }).toMatchObject([
      503,
      {
        checks: { amadeus_api: false, duffel_api: false },
        details: { amadeus_api: 'refuses the key', duffel_api: 'refuses the key' },
      },
    ]);
    const calls = Object.values(setup.simulators).flatMap((simulator) => simulator.calls);
    expect(calls.filter(({ path }) => /offer/u.test(path))).toEqual([]);
  });

  it('are named after searches that failed in sync, which has no breaker', async () => {
    const airports = await loadAirports();
    await using setup = await startTwoSources(airports);
    setup.simulators.duffel.behaviour.fault = 'error_500';
    for (const day of [40, 41, 42]) await setup.client.chat({ message: wishIn(day) }, '/chat/sync');
    const { json } = await setup.client.send({ url: '/health/async' });
    expect(json).toMatchObject({
      checks: { amadeus_api: true, duffel_api: false },
      details: { amadeus_api: 'last search: ok', duffel_api: '3 of 3 searches failed, the last: error' },
    });
  });
});

describe('every health route', () => {
  it.each(['/health/live', '/health/ready', '/health/async'])('%s names every part', async (url) => {
    await using app = await startContractApp();
    expect(Object.keys((await healthOf(app, url)).checks).toSorted()).toEqual(parts);
  });
});
