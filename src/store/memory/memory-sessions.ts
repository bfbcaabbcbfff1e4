import type { SessionRecord, SessionStore } from '../sessions.ts';

export interface MemorySessionsSettings {
  /** The least recently used sessions beyond this many are forgotten. */
  readonly most: number;
  /** A session that is not used for so long has ended. */
  readonly idleMs: number;
  readonly nowMs: () => number;
}

/** Sessions of this process, bounded in number and age. */
export function createMemorySessions<State>({
  most,
  idleMs,
  nowMs,
}: MemorySessionsSettings): SessionStore<State> {
  /** Least recently used first. */
  const sessions = new Map<string, { record: SessionRecord<State>; usedAtMs: number }>();

  function find(id: string): SessionRecord<State> | undefined {
    const found = sessions.get(id);
    if (!found) return undefined;
    sessions.delete(id);
    if (nowMs() - found.usedAtMs >= idleMs) return undefined;
    sessions.set(id, { record: found.record, usedAtMs: nowMs() });
    return found.record;
  }

  function forgetOldest(): void {
    for (const [id, { usedAtMs }] of sessions) {
      if (sessions.size <= most && nowMs() - usedAtMs < idleMs) return;
      sessions.delete(id);
    }
  }

  return {
    find: async (id) => find(id),
    async save(id, basedOn, state) {
      if ((find(id)?.version ?? 0) !== basedOn) return 'conflict';
      sessions.delete(id);
      sessions.set(id, { record: { id, version: basedOn + 1, state }, usedAtMs: nowMs() });
      forgetOldest();
      return 'saved';
    },
    delete: async (id) => find(id) !== undefined && sessions.delete(id),
    async [Symbol.asyncDispose]() {
      sessions.clear();
    },
  };
}
