import type {
  Intent,
  OfferReference,
  OfferTopic,
  Remark,
  TripPart,
  Unsearchable,
} from '../../domain/understood.ts';
import type { Slot, SortOrder, TripType } from '../../domain/trip.ts';

/** What is expected of a reading; what is left out is not checked. */
export interface Expected {
  readonly intent?: Intent;
  readonly type?: TripType;
  /** Codes of the first leg's ends; null for none. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Every leg as "BOS-LIS 2026-12-04". */
  readonly legs?: readonly string[];
  /** A day, or "first..last"; null for none. */
  readonly leave?: string | null;
  readonly back?: string | null;
  /** "06:00-12:00", either side may be empty. */
  readonly leaveTime?: string;
  readonly backTime?: string;
  /** Nights, "7" or "5-7". */
  readonly stay?: string | null;
  /** Adults, ages of children, infants. */
  readonly party?: readonly [number, readonly number[], number];
  readonly cabin?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly alliances?: readonly string[];
  readonly stops?: number | null;
  /** "700 USD". */
  readonly price?: string | null;
  readonly hours?: number | null;
  /** "min-max" minutes, either side may be empty. */
  readonly layover?: string;
  readonly overnight?: boolean;
  readonly avoid?: readonly string[];
  readonly via?: readonly string[];
  readonly bags?: number | null;
  readonly refundable?: boolean;
  readonly arriveBy?: string | null;
  readonly arriveAfter?: string | null;
  readonly returnArriveBy?: string | null;
  readonly sort?: SortOrder;
  readonly missing?: readonly Slot[];
  readonly stated?: readonly TripPart[];
  readonly changed?: readonly TripPart[];
  readonly ambiguous?: readonly string[];
  readonly unresolved?: readonly string[];
  readonly unsearchable?: readonly Unsearchable[];
  readonly references?: readonly OfferReference[];
  readonly topic?: OfferTopic | null;
  readonly remark?: Remark | null;
  /** It takes back what was chosen. */
  readonly unchooses?: boolean;
  /** The currency it asks for prices in. */
  readonly currency?: string | null;
}

/** Conversations that rows take place in; corpus.test.ts builds them. */
export type Scene =
  /** Nothing is known. */
  | 'new'
  /** Boston to Lisbon, Friday 4 December, back Sunday 13 December 2026; offers are shown. */
  | 'offers'
  /** The same one way. */
  | 'one way'
  /** Boston to Lisbon on Saturday 16 January 2027 in the morning; offers are shown. */
  | 'in January'
  /** Boston to Lisbon from Friday 4 to Sunday 6 December 2026; offers are shown. */
  | 'weekend away'
  /** The same without dates, avoiding Heathrow. */
  | 'not via Heathrow'
  /** Boston to Lisbon on 4 December 2026 via Madrid, offers are shown. */
  | 'via Madrid'
  /** Boston to Lisbon on 4 December 2026, only nonstop; offers are shown. */
  | 'nonstop'
  /** Only the destination, Lisbon, is known. */
  | 'to Lisbon'
  /** From Boston, destination unknown. */
  | 'from Boston'
  /** Boston to Lisbon without dates. */
  | 'undated'
  /** Round trip Boston to Lisbon leaving 4 December, return unknown. */
  | 'no return'
  /** Boston to Lisbon in December 2028, which nobody sells yet. */
  | 'too far ahead'
  /** Boston to Lisbon on 4 December 2026, back a day in December 2028. */
  | 'back too far ahead'
  /** New York to Portland, which Portland was just asked. */
  | 'which Portland'
  /** San José in Costa Rica to Birmingham in Alabama; offers are shown. */
  | 'to Birmingham'
  /** Boston to Lisbon on 4 December for two adults and children of 3 and 7; offers are shown. */
  | 'family'
  /** The same with two children whose ages were not said. */
  | 'family, ages unsaid'
  /** The same for three adults. */
  | 'three adults'
  /** The same for a child of ten without anybody. */
  | 'child alone'
  /** Two adults from Boston to Denver, 4 to 12 December 2026, on Delta and never Southwest, under £700 each; offers are shown. */
  | 'limited';

export interface Row {
  readonly say: string;
  readonly scene?: Scene;
  readonly asked?: readonly Slot[];
  readonly locale?: string;
  readonly expect: Expected;
}

/** A phrase, what is expected of it, and where it is said. */
export const row = (
  say: string,
  expect: Expected,
  scene: Scene = 'new',
  asked: readonly Slot[] = [],
  locale?: string,
): Row => ({
  say,
  expect,
  scene,
  asked,
  locale,
});
