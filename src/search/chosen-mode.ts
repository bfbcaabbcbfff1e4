import type { SearchMode } from './report.ts';

/** The mode that somebody was given. It is disposed when what it was for is over, whether or not that searched. */
export interface ChosenMode extends Disposable {
  readonly mode: SearchMode;
}

/** Chooses the mode where a request leaves it open; the same way for all that goes by one name, as the turns of a session do. */
export type ChooseMode = (name: string) => Promise<ChosenMode>;

/** A mode that stands, whatever becomes of it. */
export const settledMode = (mode: SearchMode): ChosenMode => ({ mode, [Symbol.dispose]: () => undefined });
