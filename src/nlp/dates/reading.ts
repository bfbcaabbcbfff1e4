import type { Pattern } from '../patterns/pattern.ts';

/** Which part of a date the message left open, so that it moves on when something else says "not before": "the 7th", "Sunday", "March 3". */
export type OpenPart = 'month' | 'week' | 'year' | null;

/** A day or days. Day numbers count from 1970-01-01. */
export interface WindowReading {
  readonly kind: 'window';
  readonly first: number;
  /** Included; the same as `first` for a single day. */
  readonly last: number;
  /** In order, the first and the last among them, where not every day between is meant. */
  readonly days?: readonly number[] | undefined;
  /** The days of the week that were said without a date, 0 is Monday: "Friday or Saturday". */
  readonly weekdays?: readonly number[];
  readonly open: OpenPart;
  /** The whole of it lies before today and the message leaves no room for a later reading. */
  readonly past: boolean;
  /** The weekday that was said with the date where it is not that date's, 0 is Monday. */
  readonly saidWeekday?: number;
  /** Days of the week that are said beside it are those around it: a holiday, a weekend. */
  readonly anchors?: true;
  /** Days that were counted to it from today, "in ten days": those of a way back are counted from the way out where that is known. */
  readonly counted?: number;
  /** "The weekend after": than the days that are known. */
  readonly follows?: 'weekend';
}

/** Two days of which the first leaves and the second comes back: "May 3-10". */
export interface RangeReading {
  readonly kind: 'range';
  readonly from: WindowReading;
  readonly to: WindowReading;
}

/** `point` where one time was named, `from` and `to` what it allows; null is open. */
export interface TimeReading {
  readonly kind: 'time';
  readonly from: number | null;
  readonly to: number | null;
  readonly point: number | null;
  /** It is what is left when another time is refused, which is meant for the way back too. */
  readonly refused?: true;
}

/** How many nights somebody stays. */
export interface StayReading {
  readonly kind: 'stay';
  readonly minNights: number;
  readonly maxNights: number;
  /** The days of the week that it begins on: "a weekend". */
  readonly weekdays?: readonly number[];
  /** The days that are meant where none is named: "for the weekend". */
  readonly coming?: RangeReading;
}

/** Which days of those that are meant otherwise: "only on weekdays", "not on a Monday", "not on the 5th". */
export interface WhichDaysReading {
  readonly kind: 'which_days';
  readonly isMeant: (day: number) => boolean;
  /** It was said which are not. */
  readonly refused: boolean;
}

/** What a phrase about time means; days are day numbers, times minutes since local midnight. */
export type DateReading =
  | WindowReading
  | RangeReading
  /** "four days later": after the date that stands before it. */
  | { readonly kind: 'days_after'; readonly days: number }
  /** "the Sunday after": weekday 0 is Monday; `weeks` more are skipped. */
  | { readonly kind: 'weekday_after'; readonly weekday: number; readonly weeks: number }
  /** "the Tuesday before": the day to leave that was known. */
  | { readonly kind: 'weekday_before'; readonly weekday: number }
  | StayReading
  | WhichDaysReading
  | TimeReading
  /** "a day earlier", "move it two days later". */
  | {
      readonly kind: 'shift';
      readonly days: number;
      /** The way out and the way back alike. */
      readonly whole?: true;
    }
  /** A holiday or a weekend by which other days were told: none to fly on. */
  | { readonly kind: 'anchor' }
  /** "Two days longer", "one more night": the stay that stands. */
  | { readonly kind: 'longer'; readonly days: number }
  /** "give or take two days". */
  | { readonly kind: 'flexible'; readonly days: number }
  /** "February 31", "not on Monday": says when in a way that cannot be searched for. Its parts are not read by themselves. */
  | {
      readonly kind: 'unusable';
      readonly of: 'day' | 'time';
      readonly why: 'no_such_day' | 'refused_time';
      /** The year that has no such day, where others have one: February 29. */
      readonly inYear?: number;
    };

/** The present and the habits that dates are read with. */
export interface Present {
  /** Day number of today. */
  readonly today: number;
  /** Month before day in "3/4". */
  readonly monthFirst: boolean;
}

/** One way of putting a date. */
export interface DateRule {
  /** Global and without nested repetition, so that its cost is linear. */
  readonly pattern: Pattern;
  read(match: RegExpMatchArray, present: Present, text: string): DateReading | null;
}
