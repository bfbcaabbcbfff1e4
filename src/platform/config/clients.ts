import { hash } from 'node:crypto';
import { isIP } from 'node:net';
import type { EnvReader } from './env.ts';

/** Who may ask, how often, and how long the server waits for them. */
export interface ClientsConfig {
  /** Empty: anyone may ask. */
  readonly keys: readonly ApiKey[];
  /** Requests of one client; null for no limit. */
  readonly perMinute: number | null;
  /** Chat turns and searches under way at once; more are told to come back. */
  readonly mostTurns: number;
  /** Web origins whose pages may read the answers. */
  readonly corsOrigins: readonly string[];
  /** Whose word about the client's address counts: nobody's, that of so many proxies nearest to us, or of these networks. */
  readonly trustProxy: false | number | readonly string[];
  /** The longest a client may take over the head of a request. */
  readonly headersTimeoutMs: number;
  /** The longest a client may take over a whole request. */
  readonly requestTimeoutMs: number;
  /** How long a connection without a request stays open. */
  readonly idleTimeoutMs: number;
}

export interface ApiKey {
  /** Whose key it is. Keys of the same name are one client, so that a key can be replaced without losing conversations. */
  readonly client: string;
  /** SHA-256 of the key; the key itself is not kept. */
  readonly digest: Buffer;
}

const shortestKey = 16;

export function readClients({ problems, list, number, text }: EnvReader): ClientsConfig {
  const keys = list('API_KEYS').flatMap((entry, index) => readKey(entry, index + 1, problems) ?? []);
  if (new Set(keys.map(({ digest }) => digest.toString('hex'))).size < keys.length)
    problems.push('API_KEYS names the same key twice');

  const corsOrigins = list('CORS_ORIGINS');
  for (const origin of corsOrigins)
    if (!isWebOrigin(origin))
      problems.push(`CORS_ORIGINS must hold origins such as https://www.example.com, not “${origin}”`);

  const seconds = (name: string, usual: number) =>
    number(name, usual, { least: 0.1, most: 3600, whole: false }) * 1000;
  const headersTimeoutMs = seconds('CLIENT_HEADERS_TIMEOUT', 10);
  const requestTimeoutMs = seconds('CLIENT_REQUEST_TIMEOUT', 15);
  if (headersTimeoutMs > requestTimeoutMs)
    problems.push('CLIENT_HEADERS_TIMEOUT must not be longer than CLIENT_REQUEST_TIMEOUT');

  return {
    keys,
    perMinute: number('RATE_LIMIT_PER_MINUTE', 0, { least: 0, most: 1_000_000 }) || null,
    mostTurns: number('MAX_TURNS_IN_FLIGHT', 2000, { least: 1, most: 1_000_000 }),
    corsOrigins,
    trustProxy: readTrust(text('TRUST_PROXY'), problems),
    headersTimeoutMs,
    requestTimeoutMs,
    idleTimeoutMs: seconds('CLIENT_KEEPALIVE_TIMEOUT', 72),
  };
}

/** `key` or `name:key`. What is wrong is said by the entry's place, for the entry is a secret. */
function readKey(entry: string, place: number, problems: string[]): ApiKey | undefined {
  const colon = entry.indexOf(':');
  const [name, key] = colon < 0 ? [null, entry] : [entry.slice(0, colon), entry.slice(colon + 1)];
  // Visible ASCII: what arrives in a header is what was written here.
  if (!/^[!-~]*$/u.test(key)) problems.push(`API_KEYS entry ${place} has characters that no header carries`);
  else if (key.length < shortestKey)
    problems.push(`API_KEYS entry ${place} must have at least ${shortestKey} characters`);
  else if (name !== null && !/^[\w.-]{1,64}$/u.test(name))
    problems.push(`API_KEYS entry ${place} must be named with letters, digits, “.”, “_” or “-”`);
  else {
    const digest = hash('sha256', key, 'buffer');
    // A key without a name is its own client; a place in the list would change hands when the list does.
    return { client: name ?? `key ${hash('sha256', `client of ${key}`).slice(0, 16)}`, digest };
  }
  return undefined;
}

function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && origin === text;
}

function readTrust(value: string | null, problems: string[]): ClientsConfig['trustProxy'] {
  if (value === null || value === 'off' || value === '0') return false;
  if (/^[1-9]$/u.test(value)) return Number(value);
  const networks = value.split(',').map((network) => network.trim());
  if (!networks.every(isNetwork))
    problems.push(`TRUST_PROXY must be off, a number of proxies from 1 to 9, or networks, not “${value}”`);
  return networks;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  const fits = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most);
  return isIP(address) > 0 && fits && more.length === 0;
}
