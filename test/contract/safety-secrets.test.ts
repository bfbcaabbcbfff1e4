import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import type { Provider } from '../../src/search/provider.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import { startContractApp } from './contract-app.ts';
import { createContractClient } from './contract-client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const internal = 'password=hunter2 at /srv/windrose/secret.ts';

/** Everything that a server logs at its most talkative. */
function logSink() {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { log, said: () => lines.join('') };
}

/** A source whose failures carry what must not get out. */
const leaking: Provider = {
  id: 'leaking',
  async *search() {
    throw new Error(internal);
  },
  check: async () => {
    throw new Error(internal);
  },
} as unknown as Provider;

describe('what a client is told', () => {
  it('holds nothing of an exception, on any route, as JSON or as events', async () => {
    const broken = () => Promise.reject(new Error(internal));
    const { log, said } = logSink();
    await using app = await startContractApp({
      log,
      sessions: { find: broken, save: broken, delete: broken, [Symbol.asyncDispose]: async () => undefined },
    });
    const client = createContractClient(app.server);
    const payload = { message: 'hello' };
    const requests = [
      { method: 'POST', url: '/chat', payload },
      { method: 'POST', url: '/chat', payload: { ...payload, session_id: 'abc' } },
      { url: '/sessions/abc' },
      { method: 'DELETE', url: '/sessions/abc' },
    ] as const;
    for (const request of requests) {
      const { status, text: told } = await client.send(request);
      expect(status).toBe(500);
      expect(told).not.toMatch(/hunter2|\.ts|Error/u);
    }
    const { text: streamed } = await client.send({
      ...requests[0],
      headers: { accept: 'text/event-stream' },
    });
    expect(streamed).toContain('event: turn-error');
    expect(streamed).not.toMatch(/hunter2|\.ts|Error:/u);
    // The log is where it is told, with the id that the client was given.
    expect(said()).toContain('hunter2');
  });

  it('holds nothing of a source that broke', async () => {
    await using app = await startContractApp({
      providers: () => [{ provider: leaking, baseUrl: 'http://127.0.0.1:9', perSecond: null }],
    });
    const client = createContractClient(app.server);
    for (const accept of ['application/json', 'text/event-stream']) {
      const { text: told } = await client.send({
        method: 'POST',
        url: '/chat',
        payload: { message: 'Boston to Lisbon on 4 December' },
        headers: { accept },
      });
      expect(told).toContain('leaking');
      expect(told).not.toMatch(/hunter2|\.ts|Error:/u);
    }
  });
});

describe('keys, messages and travellers', () => {
  const secrets = {
    api: 'key-of-a-client-0123456789',
    wrong: 'key-of-a-stranger-98765432',
    source: 'duffel_test_secret_token_1',
  };
  const words = ['Ottoline', 'Quimby-Farquhar', 'ottoline@example.org', '1979-02-28', 'Ulaanbaatar'];
  const message = `I am ${words[0]} ${words[1]}, ${words[2]}, born ${words[3]}`;
  const wish = 'Boston to Ulaanbaatar on 4 December, one way';

  it('stay out of the log of a real server at its most talkative, and out of its answers and metrics', async () => {
    await using duffel = await startDuffelSimulator({
      airports: await loadAirports(),
      behaviour: { fault: 'unauthorized' },
    });
    const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        LOG_LEVEL: 'trace',
        DATA_DIR: ':memory:',
        API_KEYS: `shop:${secrets.api}`,
        DUFFEL_BASE_URL: duffel.url,
        DUFFEL_ACCESS_TOKEN: secrets.source,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const errors = text(child.stderr);
    const exited = once(child, 'exit');
    let log = '';
    const told: string[] = [];
    try {
      const url = await new Promise<string>((resolve, reject) => {
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
          log += chunk;
          const [, ready] = /answers on (\S+)/u.exec(log) ?? [];
          if (ready) resolve(ready);
        });
        child.once('exit', () => reject(new Error('the server ended before it was ready')));
      });
      const ask = async (path: string, key: string, body?: object, accept = 'application/json') => {
        const response = await fetch(url + path, {
          method: body ? 'POST' : 'GET',
          headers: { authorization: `Bearer ${key}`, accept, 'content-type': 'application/json' },
          body: body && JSON.stringify(body),
        });
        const answer = await response.text();
        told.push(answer, JSON.stringify([...response.headers]));
        return { status: response.status, answer };
      };
      const first = await ask('/chat', secrets.api, { message });
      expect(first.status).toBe(200);
      const { session_id } = JSON.parse(first.answer) as { session_id: string };
      for (const path of ['/chat', '/chat/sync', '/chat/async'])
        for (const accept of ['application/json', 'text/event-stream'])
          for (const said of [wish, message])
            await ask(path, secrets.api, { message: said, session_id }, accept);
      await ask('/understand', secrets.api, { message });
      await ask(`/places?q=${encodeURIComponent(words[1] ?? '')}`, secrets.api);
      expect((await ask('/chat', secrets.wrong, { message })).status).toBe(401);
      expect((await ask('/chat', secrets.api, { message, session_id: words[1] })).status).toBe(404);
      expect((await ask('/chat', secrets.api, { message: [message] })).status).toBe(400);
      expect((await ask('/metrics', secrets.api)).answer).toContain('status="401"');
      await ask('/health/async', secrets.api);
      log += (await ask('/metrics', secrets.api)).answer;
    } finally {
      child.kill('SIGTERM');
      await exited;
    }
    const written = log + (await errors);
    // The log is not simply empty: it tells of turns by their ids, and of the source that failed.
    expect(written).toContain('"session_id"');
    expect(written).toContain('"provider":"duffel"');
    for (const word of [...words, ...Object.values(secrets)]) expect(written, word).not.toContain(word);
    for (const secret of Object.values(secrets)) expect(told.join('\n'), secret).not.toContain(secret);
  });

  it('stay out of what a wrong configuration is told', async () => {
    const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        PORT: 'x',
        API_KEYS: `${secrets.api},short`,
        LLM_API_KEY: secrets.source,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect(error).toContain('API_KEYS entry 2');
    for (const secret of [secrets.api, 'short', secrets.source]) expect(out + error).not.toContain(secret);
  });
});
