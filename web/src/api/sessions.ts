import type { CardsAnswer, SessionAnswer } from '../../../src/contract/session.ts';
import type { Ask } from './access.ts';
import { getJson } from './get-json.ts';
import { ProblemError } from './problem-error.ts';

/** Null where they cannot be had: what is on the page stays. */
export const findCards = (ask: Ask, id: string, signal: AbortSignal): Promise<CardsAnswer | null> =>
  getJson<CardsAnswer>(ask, `/sessions/${encodeURIComponent(id)}/cards`, signal).catch(() => null);

/** Null where the server has forgotten it. */
export const findSession = (ask: Ask, id: string, signal: AbortSignal): Promise<SessionAnswer | null> =>
  getJson<SessionAnswer>(ask, `/sessions/${encodeURIComponent(id)}`, signal).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  });
