import { problemFrom } from './problem-error.ts';

/** Asks our own server, as `fetch` does, and shows the key where there is one. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface AccessState {
  /** Where the key is kept: until the tab is closed, or on the device; null where there is none. */
  readonly kept: 'tab' | 'device' | null;
  /** Why the traveller must give a key: the server wants one, or it no longer takes the one that was kept. */
  readonly wanted: 'missing' | 'refused' | null;
}

/** The key of a host that sets API_KEYS. Without them nothing of this is ever seen. */
export interface Access {
  readonly get: () => AccessState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly ask: Ask;
  /** Asks the server about a key and keeps it if it is taken. Throws ProblemError where the server cannot say, and what fetch throws. */
  readonly offer: (key: string, remember: boolean) => Promise<'taken' | 'wrong'>;
  readonly forget: () => void;
}

interface AccessParts {
  readonly fetch: Ask;
  readonly tab: () => Storage;
  readonly device: () => Storage;
}

const name = 'windrose.key';
/** A cheap question that needs a key where any does. */
const question = '/places?q=a&limit=1';
/** What may stand in a header; a key with anything else cannot be right. */
const sendable = /^[\x21-\x7e]+$/;

export function createAccess({ fetch, tab, device }: AccessParts): Access {
  const listeners = new Set<() => void>();
  // A browser that keeps nothing holds the key as long as the page.
  let held: string | null = null;
  const keyNow = (): string | null => readFrom(tab) ?? readFrom(device) ?? held;
  const keptNow = (): AccessState['kept'] => {
    if (readFrom(tab) === null && readFrom(device) !== null) return 'device';
    return keyNow() === null ? null : 'tab';
  };
  let state: AccessState = { kept: keptNow(), wanted: null };
  const become = (next: AccessState): void => {
    if (next.kept === state.kept && next.wanted === state.wanted) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const withKey = (key: string | null, init: RequestInit = {}): RequestInit =>
    key === null ? init : { ...init, headers: { ...headersOf(init), authorization: `Bearer ${key}` } };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ask(path, init) {
      const key = keyNow();
      const response = await fetch(path, withKey(key, init));
      if (response.status === 401) become({ kept: keptNow(), wanted: key === null ? 'missing' : 'refused' });
      return response;
    },
    async offer(key, remember) {
      if (!sendable.test(key)) return 'wrong';
      const response = await fetch(question, withKey(key));
      if (response.status === 401) return 'wrong';
      if (!response.ok) throw await problemFrom(response);
      removeFrom(tab);
      removeFrom(device);
      held = writeTo(remember ? device : tab, key) ? null : key;
      become({ kept: keptNow(), wanted: null });
      return 'taken';
    },
    forget() {
      removeFrom(tab);
      removeFrom(device);
      held = null;
      become({ kept: null, wanted: null });
    },
  };
}

const headersOf = ({ headers }: RequestInit): Record<string, string> =>
  Object.fromEntries(new Headers(headers));

// A private window may refuse storage, even to look at it.
function readFrom(storage: () => Storage): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}
function writeTo(storage: () => Storage, key: string): boolean {
  try {
    storage().setItem(name, key);
    return true;
  } catch {
    return false;
  }
}
function removeFrom(storage: () => Storage): void {
  try {
    storage().removeItem(name);
  } catch {
    // Nothing was kept there.
  }
}
