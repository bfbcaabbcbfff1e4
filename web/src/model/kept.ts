import type { Asked, KeptView } from './conversation.ts';

/** What a browser keeps of a conversation, so that a reload goes on with it. */
export interface Kept {
  readonly sessionId: string | null;
  /** A message whose answer has not come. */
  readonly pending: Asked | null;
  /** Messages that wait behind it. */
  readonly queued: readonly Asked[];
  /** What the page showed; null where nothing did. */
  readonly view: KeptView | null;
}

export const nothingKept: Kept = { sessionId: null, pending: null, queued: [], view: null };

/** What storage gives back may be of another version of the page: what cannot be read is nothing. */
export function readKept(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { sessionId, pending, queued, view } = value as Record<string, unknown>;
  return {
    sessionId: typeof sessionId === 'string' ? sessionId : null,
    pending: isAsked(pending) ? pending : null,
    queued: Array.isArray(queued) ? queued.filter(isAsked) : [],
    view: isView(view) ? view : null,
  };
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

const isView = (value: unknown): value is KeptView => {
  if (typeof value !== 'object' || value === null) return false;
  const { actions, pointedAt, said } = value as Record<string, unknown>;
  return Array.isArray(actions) && Array.isArray(pointedAt) && typeof said === 'string';
};
