import { StoreUnavailable, type StoreTrouble } from '../store-unavailable.ts';

/** Primary result codes, https://sqlite.org/rescode.html; the extended code's low byte. */
const troubles: ReadonlyMap<number, readonly [StoreTrouble, string]> = new Map([
  [5, ['busy', 'another process holds the database']],
  [6, ['busy', 'another connection holds the table']],
  [8, ['read-only', 'the database or its folder cannot be written']],
  [10, ['failed', 'the disk reports an error']],
  [11, ['corrupt', 'the database file is damaged']],
  [13, ['disk-full', 'there is no space left for the database']],
  [14, ['not-openable', 'the database file cannot be opened']],
  [26, ['corrupt', 'the file is not a database']],
]);

/** An outage where the error is one of the disk or the file; the error itself where it is a bug of ours. */
export function sqliteTrouble(store: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const known = troubles.get(error.errcode & 0xff);
  return known ? new StoreUnavailable(store, known[0], known[1], { cause: error }) : error;
}
