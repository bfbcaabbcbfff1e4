import type { Slot } from '../../domain/trip.ts';
import type { Message } from '../message.ts';
import type { Passage } from '../patterns/passage.ts';

/** How dates are read against what was asked. */
export interface DatesContext {
  /** What the message wishes for. */
  readonly wishes: Passage;
  readonly places: Message['places'];
  readonly asked: readonly Slot[];
  /** The message says that there is no way back. */
  readonly oneWay: boolean;
  /** The message calls the destination home, so going home is going there. */
  readonly homeward: boolean;
  /** Day number of today. */
  readonly today: number;
  /** The message names no place but those of the trip that is known, which its days are of. */
  readonly sameRoute: boolean;
}
