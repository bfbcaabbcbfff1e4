import type { Slot } from '../domain/trip.ts';
import type { Ambiguity, OfferReference, OfferTopic, Remark, Unresolved } from '../domain/understood.ts';
import type { TripProblem } from './trip-problems.ts';

/** What the agent does next. */
export type Move =
  /** Ask for the first thing that a search lacks. */
  | {
      readonly kind: 'ask';
      readonly slot: Slot;
      /** No day is known to be asked for: which month or week? */
      readonly roughly?: true;
    }
  /** A phrase has several readings: which one? */
  | { readonly kind: 'ask_which'; readonly ambiguity: Ambiguity }
  /** A phrase names nothing we know. */
  | { readonly kind: 'ask_again'; readonly unresolved: Unresolved }
  | { readonly kind: 'problem'; readonly problem: TripProblem }
  /** Ask the sources. */
  | { readonly kind: 'search' }
  /** Filter and sort what is on the table. */
  | { readonly kind: 'refine' }
  | {
      readonly kind: 'answer';
      readonly topic: OfferTopic;
      /** Where several things are asked at once. */
      readonly topics?: readonly OfferTopic[];
      readonly references: readonly OfferReference[];
    }
  /** Ask the source of one offer whether it still holds. */
  | {
      readonly kind: 'check';
      readonly reference: OfferReference;
      /** What else is asked about it. */
      readonly also: readonly OfferTopic[];
      /** Several were asked about, of which this is one. */
      readonly ofSeveral: boolean;
    }
  | { readonly kind: 'choose'; readonly reference: OfferReference }
  | { readonly kind: 'talk'; readonly about: Talk };

/** Moves that need neither offers nor a trip. */
export type Talk =
  | 'greet'
  | 'thank'
  | 'help'
  | 'start_over'
  | 'out_of_scope'
  /** Nothing of the message was understood. */
  | 'unclear'
  | Remark
  | 'nothing_chosen'
  | 'unchosen'
  | 'stays_listed'
  | 'booking_later'
  | 'no_order'
  | 'what_else'
  | 'nothing_yet';
