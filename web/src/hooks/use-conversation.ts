import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '../model/conversation.ts';
import { tripFromHash } from '../model/share-link.ts';
import { createConversationStore, type ConversationStore, type Kept } from './conversation-store.ts';
import { useAsk } from './access-context.ts';
import { readStored, writeStored } from './use-stored.ts';

interface Preferences {
  readonly locale: string;
  readonly currency: string;
  readonly restarted: string;
}

const nothingKept: Kept = { sessionId: null, pending: null };

/** The conversation of this tab: from a link if the address holds a trip, else the one that the browser kept. */
export function useConversation(preferences: Preferences): [Conversation, ConversationStore] {
  const ask = useAsk();
  const latest = useRef(preferences);
  useEffect(() => {
    latest.current = preferences;
  });
  const [store] = useState(() =>
    createConversationStore({
      ask,
      preferences: () => ({
        locale: latest.current.locale,
        currency: latest.current.currency,
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
      read: () => readStored('conversation', nothingKept),
      keep: (kept) => writeStored('conversation', kept),
      today: () => new Date().toLocaleDateString('sv-SE'),
      isOnline: () => navigator.onLine,
      restarted: () => latest.current.restarted,
    }),
  );
  useEffect(() => {
    const open = (): void => {
      const trip = tripFromHash(location.hash);
      if (!trip) return;
      store.clear();
      void store.lookUp(trip);
    };
    if (tripFromHash(location.hash)) open();
    else void store.resume();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [store]);
  const conversation = useSyncExternalStore(store.subscribe, store.get);
  const { sessionId } = conversation;
  useEffect(() => {
    // A reload goes on with the conversation that grew out of a link, and not back to the link.
    if (sessionId && tripFromHash(location.hash)) history.replaceState(null, '', location.pathname);
  }, [sessionId]);
  return [conversation, store];
}
