import { describe, expect, it } from 'vitest';
import { createHealth, type HealthCheck } from './health.ts';

const now = () => Temporal.Instant.from('2026-11-23T15:00:00Z');
const part = (name: string, turnsNeedIt: boolean, ok: boolean): HealthCheck => ({
  name,
  turnsNeedIt,
  check: async () => ({ ok, detail: ok ? 'fine' : 'broken' }),
});
const report = (...checks: HealthCheck[]) => createHealth({ checks, now, nowMs: () => 0 }).check();

describe('health', () => {
  it('is that of every part, and turns go on without those that they do not need', async () => {
    expect(await report(part('sessions', true, true), part('source', false, false))).toEqual({
      answer: {
        status: 'unhealthy',
        checks: { sessions: true, source: false },
        details: { sessions: 'fine', source: 'broken' },
        timestamp: '2026-11-23T15:00:00Z',
      },
      takesTurns: true,
    });
    expect(await report(part('sessions', true, false), part('source', false, true))).toMatchObject({
      answer: { status: 'unhealthy' },
      takesTurns: false,
    });
  });

  it('of a part that throws is bad, and tells nothing of it', async () => {
    const check = () => Promise.reject(new Error('secret'));
    const { answer } = await report({ name: 'a', turnsNeedIt: true, check });
    expect([answer.checks, answer.details]).toEqual([{ a: false }, { a: 'failed' }]);
  });

  it('is asked for once a second, however many want to know', async () => {
    let nowMs = 0;
    let asked = 0;
    const check = async () => ({ ok: true, detail: String((asked += 1)) });
    const health = createHealth({
      checks: [{ name: 'a', turnsNeedIt: true, check }],
      now,
      nowMs: () => nowMs,
    });
    await Promise.all([health.check(), health.check()]);
    nowMs = 999;
    await health.check();
    expect(asked).toBe(1);
    nowMs = 1000;
    expect((await health.check()).answer.details).toEqual({ a: '2' });
  });
});
