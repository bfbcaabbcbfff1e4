import type { ProbedSessions, SessionRecord } from '../sessions.ts';

/** Sessions that several machines share and that may be out of reach for a while. */
export interface RemoteSessions<State> extends ProbedSessions<State> {
  /**
   * Brings in a copy that was kept elsewhere during an outage. `conflict` where the store has the same or a newer version, or was told
   * to forget the session.
   */
  restore(record: SessionRecord<State>): Promise<'saved' | 'conflict'>;
  /** Those of the ids of which the store has nothing. Their ages are left as they are. */
  listMissing(ids: readonly string[]): Promise<string[]>;
  /** Hears of every save with its version, and of every session forgotten on demand with 0, by whichever process. */
  listenChanges(listener: (id: string, version: number) => void): Promise<void>;
}
