import { createContext, useContext, useSyncExternalStore } from 'react';
import { createAccess, type Access, type AccessState, type Ask } from '../api/access.ts';

/** The access of this browser to its server. */
export const browserAccess = (): Access =>
  createAccess({
    fetch: (path, init) => fetch(path, init),
    tab: () => sessionStorage,
    device: () => localStorage,
  });

const AccessContext = createContext<Access | null>(null);
export const AccessProvider = AccessContext.Provider;

/** Throws outside of an AccessProvider: a request without the key would be a mistake. */
export function useAccess(): Access {
  const access = useContext(AccessContext);
  if (!access) throw new Error('no AccessProvider stands around this');
  return access;
}

export const useAsk = (): Ask => useAccess().ask;

export function useAccessState(): AccessState {
  const access = useAccess();
  return useSyncExternalStore(access.subscribe, access.get);
}
