import type { SessionRecord } from '../sessions.ts';

/** A session as this process last knew it. */
export interface LocalCopy<State> {
  readonly record: SessionRecord<State>;
  /** The remote store may not have this version: it is to be written back. */
  readonly unwritten: boolean;
  readonly usedAtMs: number;
}

export interface LocalCopiesSettings {
  readonly mostCopies: number;
  readonly idleMs: number;
  readonly nowMs: () => number;
}

/** The copies of this process, bounded in number and age. What is not written back yet leaves by age only. */
export interface LocalCopies<State> {
  find(id: string): LocalCopy<State> | undefined;
  /** A traveller has used it: it lives on. */
  noteUse(id: string): void;
  /** False where there is no room: every copy still has to be written back. */
  keep(record: SessionRecord<State>, unwritten: boolean): boolean;
  delete(id: string): boolean;
  listUnwritten(): readonly LocalCopy<State>[];
  listIds(): readonly string[];
}

export function createLocalCopies<State>(settings: LocalCopiesSettings): LocalCopies<State> {
  const { mostCopies, idleMs, nowMs } = settings;
  /** Least recently used first. */
  const copies = new Map<string, LocalCopy<State>>();
  const ended = ({ usedAtMs }: LocalCopy<State>) => nowMs() - usedAtMs >= idleMs;

  function makeRoom(): boolean {
    for (const [id, copy] of copies) {
      if (copies.size < mostCopies && !ended(copy)) break;
      if (!copy.unwritten || ended(copy)) copies.delete(id);
    }
    return copies.size < mostCopies;
  }

  const live = () => [...copies.values()].filter((copy) => !ended(copy));

  return {
    find(id) {
      const copy = copies.get(id);
      return copy && !ended(copy) ? copy : undefined;
    },
    noteUse(id) {
      const copy = copies.get(id);
      if (!copy || ended(copy)) return;
      copies.delete(id);
      copies.set(id, { ...copy, usedAtMs: nowMs() });
    },
    keep(record, unwritten) {
      if (!copies.delete(record.id) && !makeRoom()) return false;
      copies.set(record.id, { record, unwritten, usedAtMs: nowMs() });
      return true;
    },
    delete: (id) => copies.delete(id),
    listUnwritten: () => live().filter(({ unwritten }) => unwritten),
    listIds: () => live().map(({ record }) => record.id),
  };
}
