import { describe, expect, it } from 'vitest';
import { createAccess, type Ask } from './access.ts';

const right = 'a-key-of-this-house';

/** What a browser keeps, in memory. */
function storage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: () => null,
    length: 0,
  };
}
const closed = (): Storage => {
  throw new Error('SecurityError');
};

function house({ tab = storage(), device = storage() } = {}) {
  const asked: { path: string; key: string | null }[] = [];
  let valid = right;
  const fetch: Ask = async (path, init) => {
    const key = new Headers(init?.headers).get('authorization');
    asked.push({ path, key });
    return Response.json({}, { status: key === `Bearer ${valid}` ? 200 : 401 });
  };
  const parts = { fetch, tab: () => tab, device: () => device };
  return { asked, parts, tab, device, change: (key: string) => (valid = key) };
}

describe('the key of a house', () => {
  it('is not asked for until the server says so, and is shown in a header of every request after', async () => {
    const { asked, parts } = house();
    const access = createAccess(parts);
    expect(access.get()).toEqual({ kept: null, wanted: null });
    await access.ask('/chat');
    expect(access.get()).toEqual({ kept: null, wanted: 'missing' });
    expect(await access.offer(right, false)).toBe('taken');
    expect(access.get()).toEqual({ kept: 'tab', wanted: null });
    const answer = await access.ask('/chat', { headers: { accept: 'text/event-stream' } });
    expect(answer.status).toBe(200);
    expect(asked.map(({ key }) => key)).toEqual([null, `Bearer ${right}`, `Bearer ${right}`]);
    expect(asked.some(({ path }) => path.includes(right))).toBe(false);
  });

  it('stays with the tab unless it is to stay on the device', async () => {
    const { parts, tab, device } = house();
    await createAccess(parts).offer(right, false);
    expect([tab.getItem('windrose.key'), device.getItem('windrose.key')]).toEqual([right, null]);
    await createAccess(parts).offer(right, true);
    expect([tab.getItem('windrose.key'), device.getItem('windrose.key')]).toEqual([null, right]);
    expect(createAccess(parts).get().kept).toBe('device');
  });

  it('is not kept when it is wrong, nor sent when no header could hold it', async () => {
    const { asked, parts, tab, device } = house();
    const access = createAccess(parts);
    expect(await access.offer('some-other-key', true)).toBe('wrong');
    expect(await access.offer('schlüssel mit ü', true)).toBe('wrong');
    expect(asked).toHaveLength(1);
    expect([tab.getItem('windrose.key'), device.getItem('windrose.key')]).toEqual([null, null]);
  });

  it('is asked for again when the server takes it no more', async () => {
    const { parts, change } = house();
    const access = createAccess(parts);
    await access.offer(right, true);
    change('another-key-now');
    await access.ask('/chat');
    expect(access.get()).toEqual({ kept: 'device', wanted: 'refused' });
  });

  it('is forgotten wherever it was', async () => {
    const { asked, parts, tab, device } = house();
    const access = createAccess(parts);
    await access.offer(right, true);
    access.forget();
    expect([tab.getItem('windrose.key'), device.getItem('windrose.key')]).toEqual([null, null]);
    await access.ask('/chat');
    expect(asked.at(-1)?.key).toBeNull();
  });

  it('is held by the page where a browser keeps nothing', async () => {
    const { parts } = house();
    const access = createAccess({ ...parts, tab: closed, device: closed });
    await access.offer(right, true);
    expect((await access.ask('/chat')).status).toBe(200);
    expect(access.get().kept).toBe('tab');
  });

  it('is not judged by a server that cannot say', async () => {
    const { parts } = house();
    const busy = createAccess({
      ...parts,
      fetch: async () => Response.json({ detail: 'Please wait.' }, { status: 429 }),
    });
    await expect(busy.offer(right, false)).rejects.toThrow('Please wait.');
    expect(busy.get().kept).toBeNull();
  });
});
