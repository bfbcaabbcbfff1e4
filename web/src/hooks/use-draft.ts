import { useCallback, useState } from 'react';
import { readStored, writeStored } from './use-stored.ts';

const tab = () => sessionStorage;

/** What is half written: it outlives a reload of the tab, and the change from the first page to the conversation. */
export function useDraft(): [string, (text: string) => void] {
  const [text, setText] = useState(() => readStored('draft', '', tab));
  const set = useCallback((next: string) => {
    setText(next);
    writeStored('draft', next, tab);
  }, []);
  return [text, set];
}
