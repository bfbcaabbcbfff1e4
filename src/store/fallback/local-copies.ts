import type { SessionRecord } from '../sessions.ts';
import { jsonCodec, type StateCodec } from '../state-codec.ts';

/** A session as this process last knew it. */
export interface LocalCopy<State> {
  readonly record: SessionRecord<State>;
  /** The remote store may not have this version: it is to be written back. */
  readonly unwritten: boolean;
  readonly usedAtMs: number;
}

export interface LocalCopiesSettings<State> {
  readonly mostCopies: number;
  readonly idleMs: number;
  readonly nowMs: () => number;
  readonly codec?: StateCodec<State>;
}

/** The copies of this process, bounded in number and age. What is not written back yet leaves by age only. */
export interface LocalCopies<State> {
  find(id: string): LocalCopy<State> | undefined;
  /** A traveller has used it: it lives on. */
  noteUse(id: string): void;
  /** False where there is no room: every copy still has to be written back. */
  keep(record: SessionRecord<State>, unwritten: boolean): boolean;
  /** Whether a session that is not among them could be kept. */
  hasRoom(): boolean;
  delete(id: string): boolean;
  listUnwritten(): readonly LocalCopy<State>[];
  listIds(): readonly string[];
}

interface Packed {
  readonly version: number;
  readonly packed: Uint8Array;
  readonly unwritten: boolean;
  readonly usedAtMs: number;
}

export function createLocalCopies<State>(settings: LocalCopiesSettings<State>): LocalCopies<State> {
  const { mostCopies, idleMs, nowMs, codec = jsonCodec() } = settings;
  /** Least recently used first. */
  const copies = new Map<string, Packed>();
  const ended = ({ usedAtMs }: Packed) => nowMs() - usedAtMs >= idleMs;

  /** The state is unpacked where it is asked for: most questions are about the version. */
  function copyOf(id: string, { version, packed, unwritten, usedAtMs }: Packed): LocalCopy<State> {
    const record = {
      id,
      version,
      get state() {
        return codec.unpack(packed);
      },
    };
    return { record, unwritten, usedAtMs };
  }

  function makeRoom(): boolean {
    for (const [id, copy] of copies) {
      if (copies.size < mostCopies && !ended(copy)) break;
      if (!copy.unwritten || ended(copy)) copies.delete(id);
    }
    return copies.size < mostCopies;
  }

  const live = () => [...copies].filter(([, copy]) => !ended(copy));

  return {
    find(id) {
      const copy = copies.get(id);
      return copy && !ended(copy) ? copyOf(id, copy) : undefined;
    },
    noteUse(id) {
      const copy = copies.get(id);
      if (!copy || ended(copy)) return;
      copies.delete(id);
      copies.set(id, { ...copy, usedAtMs: nowMs() });
    },
    keep(record, unwritten) {
      if (!copies.delete(record.id) && !makeRoom()) return false;
      const { id, version, state } = record;
      copies.set(id, { version, packed: codec.pack(state), unwritten, usedAtMs: nowMs() });
      return true;
    },
    hasRoom: () => copies.size < mostCopies || copies.values().some((copy) => !copy.unwritten || ended(copy)),
    delete: (id) => copies.delete(id),
    listUnwritten: () =>
      live()
        .filter(([, { unwritten }]) => unwritten)
        .map(([id, copy]) => copyOf(id, copy)),
    listIds: () => live().map(([id]) => id),
  };
}
