import { StoreUnavailable, type StoreTrouble } from '../store-unavailable.ts';

/** By SQLSTATE or its class, https://www.postgresql.org/docs/current/errcodes-appendix.html, and by Node's own codes. */
const troubles: ReadonlyMap<string, readonly [StoreTrouble, string]> = new Map([
  ['08', ['unreachable', 'the connection broke']],
  ['28', ['not-openable', 'user or password are refused']],
  ['3D', ['not-openable', 'there is no such database']],
  ['25006', ['read-only', 'the server takes no writes']],
  ['53100', ['disk-full', 'the server has no space left']],
  ['53', ['overloaded', 'the server has no room for more']],
  ['57014', ['timeout', 'the server gave up']],
  ['57', ['unreachable', 'the server is shutting down or starting']],
  ['58', ['failed', 'the server reports an error of its system']],
  ['XX', ['corrupt', 'the server reports damaged data']],
]);

/** What the driver itself says; it has no codes for these. */
const driverTimeouts = /timeout/i;
const driverLosses = /Connection terminated|not queryable|Client has encountered a connection error/;

/** An outage where the error is one of connection or server; the error itself where it is a bug of ours. */
export function postgresTrouble(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = troubles.get(code) ?? (code.length === 5 ? troubles.get(code.slice(0, 2)) : undefined);
  if (known) return new StoreUnavailable('postgres', known[0], known[1], { cause: error });
  if (/^E[A-Z_]+$/.test(code) || driverLosses.test(error.message))
    return new StoreUnavailable('postgres', 'unreachable', 'no connection', { cause: error });
  if (code === '' && driverTimeouts.test(error.message))
    return new StoreUnavailable('postgres', 'timeout', 'no answer in time', { cause: error });
  return error;
}
