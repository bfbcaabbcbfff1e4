import { ProblemError } from '../api/problem-error.ts';
import type { Trouble } from './conversation.ts';

/** What to tell of an error of a turn. */
export function troubleFrom(error: unknown, online: boolean): Trouble {
  if (error instanceof ProblemError) {
    if (error.status === 401) return { kind: 'locked', detail: null, retryAfterSeconds: null, again: true };
    const limited = error.status === 429;
    const busy = limited || error.status === 503;
    return {
      kind: limited ? 'limited' : busy ? 'busy' : 'refused',
      // How long to wait is said by the page, in its own language.
      detail: busy ? null : error.message,
      retryAfterSeconds: error.retryAfterSeconds,
      again: busy || error.status >= 500,
    };
  }
  return { kind: online ? 'dropped' : 'offline', detail: null, retryAfterSeconds: null, again: true };
}
