import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '../model/conversation.ts';
import { isShareLink, readShareLink } from '../model/share-link.ts';
import { createConversationStore, type ConversationStore } from './conversation-store.ts';
import { useAsk } from './access-context.ts';
import {
  endConversation,
  keepConversation,
  keptInEntry,
  leaveConversation,
  readConversation,
} from './keep-conversation.ts';

interface Preferences {
  readonly locale: string;
  readonly currency: string;
  readonly restarted: string;
  /** Offers as they are in sight, where that is not the list as it was told. */
  readonly offersInSight: () => readonly string[];
}

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
      preferences: () => {
        const { locale, currency, offersInSight } = latest.current;
        const shown = offersInSight();
        return {
          locale,
          currency,
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          ...(shown.length > 0 && { shown_offers: [...shown] }),
        };
      },
      read: readConversation,
      keep: keepConversation,
      end: endConversation,
      leave: leaveConversation,
      today: () => new Date().toLocaleDateString('sv-SE'),
      isOnline: () => navigator.onLine,
      restarted: () => latest.current.restarted,
    }),
  );
  // Before the first paint: a reload shows no start page on its way.
  useLayoutEffect(() => {
    const openLink = (): void => {
      const { hash } = location;
      void store.openLink(() => readShareLink(hash));
    };
    if (isShareLink(location.hash)) openLink();
    else void store.resume();
    // Back, Forward, and a link that is opened in this tab.
    const moved = (): void => {
      if (isShareLink(location.hash)) openLink();
      else if (keptInEntry() && keptInEntry()?.sessionId !== store.get().sessionId) void store.resume();
    };
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, [store]);
  const conversation = useSyncExternalStore(store.subscribe, store.get);
  const { sessionId, begunAnew } = conversation;
  useEffect(() => {
    // A reload goes on with the conversation that grew out of a link, and not back to the link; nor to one that cannot be read.
    if ((sessionId || begunAnew === 'unreadable') && isShareLink(location.hash))
      history.replaceState(history.state, '', location.pathname + location.search);
  }, [sessionId, begunAnew]);
  return [conversation, store];
}
