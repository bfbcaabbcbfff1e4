/** A conversation as it is kept: opaque to the store but for its id and version. */
export interface SessionRecord<State> {
  readonly id: string;
  /** Counts saves; a save names the version it read. */
  readonly version: number;
  readonly state: State;
}

/** Where conversations live between turns. Every implementation passes sessions.contract.ts. */
export interface SessionStore<State> extends AsyncDisposable {
  /** Undefined where the id is unknown or the session's age is over. */
  find(id: string): Promise<SessionRecord<State> | undefined>;
  /** Compare-and-set: `conflict` where someone saved since version `basedOn`; 0 creates. */
  save(id: string, basedOn: number, state: State): Promise<'saved' | 'conflict'>;
  /** Forgets every copy; true where there was one. */
  delete(id: string): Promise<boolean>;
}

/** A store that can say beforehand whether it would keep a conversation. */
export interface ProbedSessions<State> extends SessionStore<State> {
  /** Writes a little where conversations are kept, and leaves them alone. Throws StoreUnavailable where a save would fail now. */
  probe(): Promise<void>;
}
