import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startContractApp } from './contract-app.ts';
import { createContractClient } from './contract-client.ts';
import { setUpContractApp } from './contract-setup.ts';

const setup = setUpContractApp();

describe('ids of sessions', () => {
  it('are random in 128 bits or more, and no part of them counts or repeats', async () => {
    const begun = await Promise.all(
      Array.from({ length: 400 }, () => setup.client.chat({ message: 'hello' })),
    );
    const ids = begun.map(({ session_id }) => session_id);
    expect(new Set([...ids, ...begun.map(({ turn_id }) => turn_id)]).size).toBe(800);
    const bits = ids.map((id) =>
      [...Buffer.from(id, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join(''),
    );
    expect(bits[0]!.length).toBeGreaterThanOrEqual(128);
    for (let place = 0; place < bits[0]!.length; place += 1) {
      const ones = bits.filter((id) => id[place] === '1').length;
      // A fair coin thrown 400 times is outside of this once in 10^12 times.
      expect(ones, `bit ${place}`).toBeGreaterThan(125);
      expect(ones, `bit ${place}`).toBeLessThan(275);
    }
  });

  it('cannot be chosen by a client', async () => {
    const session_id = 'A'.repeat(24);
    const payload = { message: 'hello', session_id };
    expect(await setup.client.refused({ method: 'POST', url: '/chat', payload })).toMatchObject({
      code: 'session_not_found',
    });
    expect(await setup.client.refused({ url: `/sessions/${session_id}` })).toMatchObject({ status: 404 });
  });

  it('cannot be listed, or found by their beginnings or by patterns', async () => {
    const { session_id } = await setup.client.chat({ message: 'hello' });
    const others = ['', '*', '%25', '%2a', session_id.slice(0, -1), session_id.toLowerCase()];
    for (const id of others.filter((other) => other !== session_id)) {
      const { status, text } = await setup.client.send({ url: `/sessions/${id}` });
      expect([400, 404], id).toContain(status);
      expect(text).not.toContain(session_id);
    }
  });

  it('stand in no metric, nor on any page of operators', async () => {
    const { session_id } = await setup.client.chat({ message: 'hello' });
    await setup.client.session(session_id);
    for (const url of ['/metrics', '/health/async', '/openapi.json'])
      expect((await setup.client.send({ url })).text).not.toContain(session_id);
  });
});

describe('DELETE /sessions/{id}', () => {
  it('forgets every copy: for reading, for going on, and after a restart from the disk', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'windrose-forget-'));
    try {
      const env = { DATA_DIR: dataDir };
      const forgotten = await (async () => {
        await using app = await startContractApp({}, env);
        const client = createContractClient(app.server);
        const kept = await client.chat({ message: 'Boston to Lisbon' });
        const { session_id: id } = await client.chat({ message: 'Boston to Nuuk on 4 December' });
        await client.chat({ message: 'only nonstop', session_id: id });
        expect((await client.send({ method: 'DELETE', url: `/sessions/${id}` })).status).toBe(204);
        await expectUnknown(client, id);
        expect((await client.session(kept.session_id)).transcript).toHaveLength(2);
        return { id, kept: kept.session_id };
      })();
      await using app = await startContractApp({}, env);
      const client = createContractClient(app.server);
      await expectUnknown(client, forgotten.id);
      expect((await client.session(forgotten.kept)).transcript).toHaveLength(2);
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  async function expectUnknown(client: typeof setup.client, id: string): Promise<void> {
    const payload = { message: 'hello', session_id: id };
    for (const request of [
      { url: `/sessions/${id}` },
      { method: 'DELETE', url: `/sessions/${id}` },
      { method: 'POST', url: '/chat', payload },
    ] as const)
      expect(await client.refused(request)).toMatchObject({ status: 404 });
  }
});
