import type { ProbedSessions, SessionRecord } from '../sessions.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { createLocalCopies } from './local-copies.ts';
import type { StateCodec } from '../state-codec.ts';
import type { RemoteSessions } from './remote-sessions.ts';
import { createReturnWatch } from './return-watch.ts';

export interface FallbackSessionsSettings<State> {
  /** Its calls end soon, with StoreUnavailable where it is out of reach. Disposed with this store. */
  readonly remote: RemoteSessions<State>;
  readonly mostCopies: number;
  /** As the remote store has it. */
  readonly idleMs: number;
  /** The pause between two looks whether the remote store is back. */
  readonly retryMs: number;
  readonly nowMs: () => number;
  /** Of the copies. */
  readonly codec?: StateCodec<State>;
  readonly observe: FallbackObserver;
}

export interface FallbackObserver {
  /** The remote store was lost, and why, or is back. */
  readonly stateChanged: (state: StoreState, why: StoreUnavailable | null) => void;
  /** Another process saved the same or a later turn during the outage: this process's copy gives way. */
  readonly copyGaveWay: (id: string) => void;
}

/** `degraded`: conversations go on from copies of this process. */
export type StoreState = 'ok' | 'degraded';

export interface FallbackSessions<State> extends ProbedSessions<State> {
  readonly state: () => StoreState;
  /** Copies that the remote store does not have yet. */
  readonly unwritten: () => number;
  /** Looks now whether the remote store is back, and brings it up to date where it is. */
  readonly retry: () => Promise<StoreState>;
}

/** Written back at once, so that a store that has just come back is not drowned. */
const writtenTogether = 50;

/**
 * Sessions that outlive an outage of the store they live in: a session that this process has seen goes on from a copy, which is written
 * back afterwards; the newer version wins. A session it has not seen is an outage (StoreUnavailable), never “not found”.
 */
export async function createFallbackSessions<State>(
  settings: FallbackSessionsSettings<State>,
): Promise<FallbackSessions<State>> {
  const { remote, observe } = settings;
  const copies = createLocalCopies<State>(settings);
  /** Deletions that the remote store has not heard of. */
  const undeleted = new Set<string>();
  let state: StoreState = 'ok';
  const watch = createReturnWatch(settings.retryMs, () => retry());

  function lost(error: unknown): void {
    if (!(error instanceof StoreUnavailable)) throw error;
    if (state === 'degraded') return;
    state = 'degraded';
    observe.stateChanged(state, error);
    watch.start();
  }

  /** Keeps what the remote store has, unless a save of this process has overtaken the answer. */
  function confirm(record: SessionRecord<State>): void {
    const copy = copies.find(record.id);
    if (!copy || copy.record.version <= record.version) copies.keep(record, false);
  }

  /** Afterwards the remote store has this copy or something newer. Throws StoreUnavailable where it is out of reach. */
  async function writeBack(id: string): Promise<void> {
    const copy = copies.find(id);
    if (!copy) return;
    const written = await remote.restore(copy.record);
    const theirs = written === 'saved' ? copy.record : await remote.find(id);
    // A turn that was saved meanwhile still has to be written.
    if (copies.find(id)?.record.version !== copy.record.version) return;
    copies.delete(id);
    if (theirs) confirm(theirs);
    if (!copy.unwritten || theirs === copy.record) return;
    if (JSON.stringify(theirs?.state) !== JSON.stringify(copy.record.state)) observe.copyGaveWay(id);
  }

  async function inGroups(ids: readonly string[], work: (ids: readonly string[]) => Promise<unknown>) {
    for (let start = 0; start < ids.length; start += writtenTogether)
      await work(ids.slice(start, start + writtenTogether));
  }

  const writeAllBack = () =>
    inGroups(
      copies.listUnwritten().map(({ record }) => record.id),
      (ids) => Promise.all(ids.map(writeBack)),
    );

  async function retry(): Promise<StoreState> {
    try {
      // A store that can be read and not written, as one that is full, is not back.
      await remote.probe();
      if (state === 'ok') return state;
      await inGroups([...undeleted], (ids) =>
        Promise.all(ids.map((id) => remote.delete(id).then(() => undeleted.delete(id)))),
      );
      await writeAllBack();
      // A store that was started empty gets back what it had confirmed.
      await inGroups(copies.listIds(), async (ids) =>
        Promise.all((await remote.listMissing(ids)).map(writeBack)),
      );
      state = 'ok';
      observe.stateChanged(state, null);
      // Turns that were saved to copies while the last groups were written.
      await writeAllBack();
    } catch (error) {
      lost(error);
    }
    return state;
  }

  const noRoom = () =>
    new StoreUnavailable('sessions', 'overloaded', 'no room for more copies during the outage');

  function saveCopy(id: string, basedOn: number, next: State): 'saved' | 'conflict' {
    const copy = copies.find(id);
    if (copy ? copy.record.version !== basedOn : undeleted.has(id)) return 'conflict';
    const record = { id, version: basedOn + 1, state: next };
    if (copies.keep(record, true)) return 'saved';
    throw noRoom();
  }

  /** From the remote store; brings it up to date first where this process knows better. */
  async function findRemote(id: string): Promise<SessionRecord<State> | undefined> {
    if (copies.find(id)?.unwritten) await writeBack(id);
    const found = await remote.find(id);
    if (found) {
      confirm(found);
      return found;
    }
    if (!copies.find(id)) return undefined;
    // The store was told to forget it, which it remembers, or has lost it.
    await writeBack(id);
    return remote.find(id);
  }

  function hearChange(id: string, version: number): void {
    const copy = copies.find(id);
    if (!copy) return;
    // A copy that another process has gone beyond would answer wrongly in an outage.
    if (version === 0 || (!copy.unwritten && copy.record.version < version)) copies.delete(id);
  }

  await remote.listenChanges(hearChange).catch(lost);
  // Whoever starts while the store is away is told now and not by the first turn.
  await remote.probe().catch(lost);

  return {
    state: () => state,
    unwritten: () => copies.listUnwritten().length + undeleted.size,
    retry,
    async probe() {
      if (state === 'ok') await remote.probe().catch(lost);
      if (state !== 'ok' && !copies.hasRoom()) throw noRoom();
    },
    async find(id) {
      if (undeleted.has(id)) return undefined;
      const copy = state === 'degraded' ? copies.find(id) : undefined;
      if (copy) {
        copies.noteUse(id);
        return { ...copy.record };
      }
      try {
        return await findRemote(id);
      } catch (error) {
        lost(error);
        const known = copies.find(id);
        if (known) return { ...known.record };
        throw error;
      }
    },
    async save(id, basedOn, next) {
      if (state === 'degraded') return saveCopy(id, basedOn, next);
      try {
        if (copies.find(id)?.unwritten) await writeBack(id);
        const saved = await remote.save(id, basedOn, next);
        if (saved === 'saved') confirm({ id, version: basedOn + 1, state: next });
        return saved;
      } catch (error) {
        lost(error);
        return saveCopy(id, basedOn, next);
      }
    },
    async delete(id) {
      if (undeleted.has(id)) return false;
      const copy = copies.find(id);
      copies.delete(id);
      try {
        return await remote.delete(id);
      } catch (error) {
        lost(error);
        // Of what nobody here has seen it cannot be said whether there is anything to forget. Who is told so asks again: what was refused
        // must not come true behind their back.
        if (!copy) throw error;
        if (undeleted.size >= settings.mostCopies) {
          copies.keep(copy.record, copy.unwritten);
          throw noRoom();
        }
        undeleted.add(id);
        return true;
      }
    },
    async [Symbol.asyncDispose]() {
      await watch[Symbol.asyncDispose]();
      if (copies.listUnwritten().length > 0 || undeleted.size > 0) await retry();
      await watch[Symbol.asyncDispose]();
      await remote[Symbol.asyncDispose]();
    },
  };
}
