import { resolve } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

/**
 * One sentence on why the program cannot start, with the setting to look at, where the reason is one of the surroundings and not a bug;
 * undefined otherwise. Tells no user and no password.
 */
export function startProblem(error: unknown, { http, store }: Config): string | undefined {
  if (error instanceof StoreUnavailable) return storeProblem(error, store);
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (!['listen', 'bind', 'getaddrinfo'].includes(syscall)) return undefined;
  const { host, port } = http;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} of ${host} is taken: another program listens there`;
    case 'EACCES':
      return `PORT ${port} of ${host} may not be used by this user (${code})`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `HOST ${host} is no address of this machine (${code})`;
    default:
      return `HOST ${host} and PORT ${port} cannot be listened on (${code})`;
  }
}

function storeProblem({ store, explanation, cause }: StoreUnavailable, settings: Config['store']): string {
  const code = codeOf(cause);
  const why = code === undefined || explanation.includes(code) ? explanation : `${explanation} (${code})`;
  if (store === 'postgres' && settings.databaseUrl)
    return `DATABASE_URL: the Postgres at ${new URL(settings.databaseUrl).host} cannot be used: ${why}`;
  return `DATA_DIR ${resolve(settings.dataDir)}: ${store}.db cannot be used: ${why}`;
}

/** Node's name of what went wrong, such as ECONNREFUSED; those of SQLite and Postgres are numbers that say no more than the explanation. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z]{2,}$/u.test(code) ? code : undefined;
}
