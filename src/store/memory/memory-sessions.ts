import type { ProbedSessions, SessionRecord } from '../sessions.ts';
import { jsonCodec, type StateCodec } from '../state-codec.ts';

export interface MemorySessionsSettings<State> {
  /** The least recently used sessions beyond this many are forgotten. */
  readonly most: number;
  /** A session that is not used for so long has ended. */
  readonly idleMs: number;
  readonly nowMs: () => number;
  readonly codec?: StateCodec<State>;
}

interface Kept {
  readonly version: number;
  readonly packed: Uint8Array;
  readonly usedAtMs: number;
}

/** Sessions of this process, bounded in number and age. */
export function createMemorySessions<State>({
  most,
  idleMs,
  nowMs,
  codec = jsonCodec(),
}: MemorySessionsSettings<State>): ProbedSessions<State> {
  /** Least recently used first. Packed, because thousands of conversations as objects are slow to collect garbage around. */
  const sessions = new Map<string, Kept>();

  function find(id: string): Kept | undefined {
    const found = sessions.get(id);
    if (!found) return undefined;
    sessions.delete(id);
    if (nowMs() - found.usedAtMs >= idleMs) return undefined;
    const used = { ...found, usedAtMs: nowMs() };
    sessions.set(id, used);
    return used;
  }

  function forgetOldest(): void {
    for (const [id, { usedAtMs }] of sessions) {
      if (sessions.size <= most && nowMs() - usedAtMs < idleMs) return;
      sessions.delete(id);
    }
  }

  return {
    async find(id): Promise<SessionRecord<State> | undefined> {
      const found = find(id);
      return found && { id, version: found.version, state: codec.unpack(found.packed) };
    },
    async save(id, basedOn, state) {
      if ((find(id)?.version ?? 0) !== basedOn) return 'conflict';
      sessions.delete(id);
      sessions.set(id, { version: basedOn + 1, packed: codec.pack(state), usedAtMs: nowMs() });
      forgetOldest();
      return 'saved';
    },
    probe: async () => undefined,
    delete: async (id) => find(id) !== undefined && sessions.delete(id),
    async [Symbol.asyncDispose]() {
      sessions.clear();
    },
  };
}
