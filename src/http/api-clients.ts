import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Agent } from '../agent.ts';
import type { ApiKey } from '../platform/config/clients.ts';
import { addressKey } from './address-key.ts';

/** Whoever asks: the holder of a key, or everyone where no keys are set. */
export interface ApiClient {
  /** Null for everyone. */
  readonly name: string | null;
  readonly agent: Agent;
  /** Where a session that the client names is kept: among its own, whatever the id says. */
  readonly ownSession: (id: string) => string;
}

export interface ApiClients {
  /** The client whose key a request shows; undefined where it shows none that is known. */
  readonly find: (request: FastifyRequest) => ApiClient | undefined;
  /** The client of a request that has been let in. */
  readonly of: (request: FastifyRequest) => ApiClient;
}

export interface ApiClientsParts {
  readonly keys: readonly ApiKey[];
  /** An agent whose sessions' ids begin with the mark. */
  readonly agentOf: (mark: string) => Agent;
}

/** What a client is counted under: its name, or its address where it has none. */
export const clientKey = (request: FastifyRequest, client: ApiClient | undefined): string =>
  client?.name ? `client ${client.name}` : `address ${addressKey(request.ip)}`;

/** The clients by their keys; see docs/decisions/0003-sessions-of-a-client.md for how sessions are kept apart. */
export function createApiClients({ keys, agentOf }: ApiClientsParts): ApiClients {
  if (keys.length === 0) {
    const everyone: ApiClient = { name: null, agent: agentOf(''), ownSession: (id) => id };
    return { find: () => everyone, of: () => everyone };
  }
  const byName = new Map<string, ApiClient>();
  for (const { client } of keys) if (!byName.has(client)) byName.set(client, createClient(client, agentOf));
  const found = new WeakMap<FastifyRequest, ApiClient>();

  return {
    find(request) {
      const shown = shownKey(request);
      if (shown === undefined) return undefined;
      const digest = hash('sha256', shown, 'buffer');
      // Every key is compared, and digests instead of keys: time tells neither which one nor how much of it was right.
      const fitting = keys.filter((key) => timingSafeEqual(key.digest, digest));
      const client = fitting[0] && byName.get(fitting[0].client);
      if (client) found.set(request, client);
      return client;
    },
    of(request) {
      const client = found.get(request);
      if (!client) throw new Error('a request without a client came through');
      return client;
    },
  };
}

function createClient(name: string, agentOf: (mark: string) => Agent): ApiClient {
  // 72 bits of a hash: no two configured names share a mark, and a name cannot be read from an id.
  const mark = `${hash('sha256', `sessions of ${name}`, 'base64url').slice(0, 12)}.`;
  return {
    name,
    agent: agentOf(mark),
    ownSession: (id) => (id.startsWith(mark) ? id : mark + id),
  };
}

function shownKey({ headers }: FastifyRequest): string | undefined {
  const [, bearer] = /^Bearer +(\S+) *$/iu.exec(headers.authorization ?? '') ?? [];
  const own = headers['x-api-key'];
  return bearer ?? (typeof own === 'string' ? own : undefined);
}
