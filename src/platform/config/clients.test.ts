import { describe, expect, it } from 'vitest';
import { readClients, type ClientsConfig } from './clients.ts';
import { readEnv } from './env.ts';

function read(env: Record<string, string>): ClientsConfig & { problems: readonly string[] } {
  const reader = readEnv(env);
  return { ...readClients(reader), problems: reader.problems };
}

const one = 'first-key-of-sixteen';
const two = 'other-key-of-sixteen';

describe('API_KEYS', () => {
  it('keeps digests of keys and nothing that gives a key away', () => {
    const config = read({ API_KEYS: `${one}, shop:${two}` });
    expect(config.problems).toEqual([]);
    expect(config.keys).toHaveLength(2);
    expect(config.keys[1]).toMatchObject({ client: 'shop', digest: expect.any(Buffer) as Buffer });
    const kept = JSON.stringify(config) + config.keys.map(({ digest }) => digest.toString('latin1')).join();
    expect(kept).not.toContain(one);
    expect(kept).not.toContain(two);
  });

  it('makes one client of the keys of one name, so that a key can be replaced', () => {
    const { keys } = read({ API_KEYS: `shop:${one},shop:${two}` });
    expect(keys.map(({ client }) => client)).toEqual(['shop', 'shop']);
  });

  it('makes a key without a name a client of its own, wherever it stands in the list', () => {
    const clients = (value: string) => read({ API_KEYS: value }).keys.map(({ client }) => client);
    const [first, second] = clients(`${one},${two}`);
    expect(first).not.toBe(second);
    expect(clients(`${two},${one}`)).toEqual([second, first]);
  });

  it.each([
    ['short', 'API_KEYS entry 2 must have at least 16 characters'],
    ['shop:short', 'API_KEYS entry 2 must have at least 16 characters'],
    ['bad name:sixteen-characters', 'API_KEYS entry 2 must be named with'],
    [':sixteen-characters', 'API_KEYS entry 2 must be named with'],
    ['sixteen characters ä', 'API_KEYS entry 2 has characters that no header carries'],
    [one, 'API_KEYS names the same key twice'],
  ])('refuses “%s” without repeating it', (entry, problem) => {
    const { problems } = read({ API_KEYS: `${one},${entry}` });
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems.join()).not.toContain(entry);
  });
});

describe('a list without an entry', () => {
  it.each(['API_KEYS', 'CORS_ORIGINS'])('in %s is a problem and opens nothing in silence', (name) => {
    for (const value of [',', ' , ,'])
      expect(read({ [name]: value }).problems).toEqual([`${name} is set and names nothing`]);
    expect(read({ [name]: ' ' }).problems).toEqual([]);
  });
});

describe('TRUST_PROXY', () => {
  it.each<[string, ClientsConfig['trustProxy']]>([
    ['', false],
    ['off', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('reads “%s”', (value, trustProxy) => {
    expect(read({ TRUST_PROXY: value })).toMatchObject({ trustProxy, problems: [] });
  });

  it.each(['on', 'true', '10', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '1.2.3'])(
    'refuses “%s”, for it would let clients choose their address or mean nothing',
    (value) => {
      expect(read({ TRUST_PROXY: value }).problems).toEqual([expect.stringMatching(/^TRUST_PROXY /)]);
    },
  );
});

describe('the other settings of clients', () => {
  it('are read, seconds as milliseconds', () => {
    const env = {
      RATE_LIMIT_PER_MINUTE: '90',
      MAX_TURNS_IN_FLIGHT: '12',
      CORS_ORIGINS: 'https://a.example, http://localhost:5173',
      CLIENT_HEADERS_TIMEOUT: '0.5',
      CLIENT_REQUEST_TIMEOUT: '2',
      CLIENT_KEEPALIVE_TIMEOUT: '5',
    };
    expect(read(env)).toEqual({
      keys: [],
      perMinute: 90,
      mostTurns: 12,
      corsOrigins: ['https://a.example', 'http://localhost:5173'],
      trustProxy: false,
      headersTimeoutMs: 500,
      requestTimeoutMs: 2000,
      idleTimeoutMs: 5000,
      problems: [],
    });
  });

  it.each(['*', 'a.example', 'https://a.example/', 'https://a.example/path', 'ftp://a.example', 'null'])(
    'refuse %s as an origin',
    (origin) => {
      expect(read({ CORS_ORIGINS: origin }).problems).toEqual([expect.stringMatching(/^CORS_ORIGINS /)]);
    },
  );

  it('refuse a time for the head that is longer than that for the whole', () => {
    const { problems } = read({ CLIENT_HEADERS_TIMEOUT: '20', CLIENT_REQUEST_TIMEOUT: '5' });
    expect(problems).toHaveLength(1);
  });
});
