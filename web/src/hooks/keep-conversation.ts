import { nothingKept, readKept, type Kept } from '../model/kept.ts';
import { readStored, removeStored, writeStored } from './use-stored.ts';

const name = 'conversation';

/**
 * Every entry in the history of a tab has its own conversation, so that Back leads to the one before; the tab knows its last one, and the
 * device too, for a tab that is opened new.
 */
export const readConversation = (): Kept => keptHere() ?? readKept(readStored(name, null)) ?? nothingKept;

/** What this entry or this tab knows; null where both are new. */
export const keptHere = (): Kept | null =>
  keptInEntry() ?? readKept(readStored(name, null, () => sessionStorage));

/** What this entry of the history knows. */
export const keptInEntry = (): Kept | null =>
  readKept((history.state as Record<string, unknown> | null)?.[name] ?? null);

export function keepConversation(kept: Kept): void {
  keepInTab(kept);
  // Nothing is no reason for the device to forget the last one.
  if (kept.sessionId ?? kept.pending) writeStored(name, kept);
}

/** Another conversation begins in this tab; those of other tabs go on. */
export const leaveConversation = (): void => keepInTab(nothingKept);

/** The traveller ends the conversation of this tab. */
export function endConversation(): void {
  const mine = keptHere()?.sessionId ?? null;
  const last = readKept(readStored(name, null))?.sessionId ?? null;
  if (last === mine) removeStored(name);
  keepInTab(nothingKept);
}

function keepInTab(kept: Kept): void {
  writeStored(name, kept, () => sessionStorage);
  history.replaceState({ ...(history.state as object | null), [name]: kept }, '');
}
