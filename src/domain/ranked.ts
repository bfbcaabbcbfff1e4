import type { Money } from './money.ts';
import type { Offer } from './offer.ts';
import type { ZonedMinute } from './zoned-minute.ts';

export const filterNames = [
  'max_stops',
  'max_price',
  'max_duration',
  'airlines',
  'alliances',
  'avoid_airports',
  'via_airports',
  'arrive_by',
  'arrive_after',
  'return_arrive_by',
  'departure_time',
  'min_layover',
  'max_layover',
  'overnight_layover',
  'checked_bags',
  'refundable',
  'cabin',
] as const;
export type FilterName = (typeof filterNames)[number];

/** Why an offer is not shown. */
export interface Flag {
  readonly filter: FilterName;
  /** False where the source did not say enough to be sure (bags, refund): flagged for honesty, not proven to fail. */
  readonly certain: boolean;
}

export const badges = ['best', 'cheapest', 'fastest'] as const;
export type Badge = (typeof badges)[number];

/** Marks a comparison of prices with the bags that were asked for, where the prices of the seats alone do not say the same. */
interface MayCountBags {
  readonly withBags?: true;
}

/** Why a card stands where it does: facts from the cards themselves, put into words elsewhere. */
export type Reason =
  /** Cheapest, fastest, or both, of everything shown. */
  | { readonly kind: 'only_one' }
  | ({ readonly kind: 'cheapest_of'; readonly offers: number } & MayCountBags)
  | { readonly kind: 'fastest_of'; readonly offers: number }
  | ({ readonly kind: 'cheapest_and_fastest_of'; readonly offers: number } & MayCountBags)
  /** Against the fastest card: saves money, costs time. Zero minutes longer means as fast. */
  | ({
      readonly kind: 'cheaper_than_fastest';
      readonly saves: Money;
      readonly longerMinutes: number;
    } & MayCountBags)
  /** Against the cheapest card: saves time, costs money. */
  | ({
      readonly kind: 'faster_than_cheapest';
      readonly savesMinutes: number;
      readonly costs: Money;
    } & MayCountBags)
  /** Against the first card. */
  | ({
      readonly kind: 'behind_best';
      readonly costs: Money | null;
      readonly longerMinutes: number;
      readonly moreStops: number;
    } & MayCountBags)
  | ({
      readonly kind: 'cheaper_than_best';
      readonly saves: Money;
      readonly longerMinutes: number;
      readonly moreStops: number;
    } & MayCountBags)
  | ({
      readonly kind: 'faster_than_best';
      readonly savesMinutes: number;
      readonly costs: Money | null;
    } & MayCountBags)
  /** First, because that order was asked for. */
  | { readonly kind: 'earliest_of'; readonly offers: number }
  | { readonly kind: 'latest_of'; readonly offers: number }
  /** Neither cheapest nor fastest, first by the balance of price, time and comfort. */
  | { readonly kind: 'balanced_of'; readonly offers: number }
  | { readonly kind: 'nonstop' }
  | { readonly kind: 'only_nonstop' }
  | { readonly kind: 'bags_included'; readonly pieces: number }
  | { readonly kind: 'lower_emissions'; readonly percent: number };

/** What a traveller should know before choosing. */
export type Warning =
  | { readonly kind: 'arrives_later_day'; readonly leg: number; readonly days: number }
  | { readonly kind: 'overnight_layover'; readonly airport: string; readonly minutes: number }
  | { readonly kind: 'changes_airport'; readonly from: string; readonly to: string; readonly minutes: number }
  | { readonly kind: 'tight_connection'; readonly airport: string; readonly minutes: number }
  | { readonly kind: 'long_layover'; readonly airport: string; readonly minutes: number }
  | { readonly kind: 'separate_tickets' }
  | { readonly kind: 'few_seats'; readonly seats: number }
  | {
      readonly kind: 'bags_cost_extra';
      /** For the party; null where the source does not say. */ readonly cost: Money | null;
    }
  | { readonly kind: 'bags_unknown' }
  | { readonly kind: 'refund_unknown' }
  | { readonly kind: 'mixed_cabin' }
  | { readonly kind: 'unsocial_departure'; readonly leg: number }
  | { readonly kind: 'unsocial_arrival'; readonly leg: number; readonly at: ZonedMinute }
  /** The way back leaves from another airport of the city than the one flown to. */
  | { readonly kind: 'returns_from_other_airport'; readonly from: string; readonly instead: string }
  /** The way back lands at another airport of the city than the one left from. */
  | { readonly kind: 'comes_back_elsewhere'; readonly to: string; readonly instead: string }
  | {
      readonly kind: 'approximate_price_order';
      /** The price came in another currency than asked. */ readonly currency: string;
    };

/** The same flights as another source sells them. */
export interface OfferSource {
  readonly provider: string;
  readonly offerId: string;
  readonly total: Money;
}

/** One card: the offer chosen to stand for its flights, and why it stands where it does. */
export interface RankedOffer {
  readonly offer: Offer;
  /** Every fare of the same flights, cheapest first, the chosen one among them. */
  readonly fares: readonly Offer[];
  /** Every source that sells the chosen fare's flights, cheapest first. */
  readonly sources: readonly OfferSource[];
  /** The total with the bags that were asked for; null where none were, and where the source does not say what they cost. */
  readonly withBags: Money | null;
  /**
   * What cheaper and dearer mean in the list: the total with the bags that were asked for, at a usual price where the source names none,
   * in the ranking's currency at a reference rate. To put cards in order, and not a price to pay.
   */
  readonly compared: Money;
  /** 1 for the best of the list, towards 0 as the generalised cost grows. */
  readonly score: number;
  /** Generalised cost in the ranking's currency, smallest unit. */
  readonly cost: number;
  readonly badges: readonly Badge[];
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/** What would come back if one filter were given up or widened. */
export interface Relaxation {
  readonly filter: FilterName;
  /** Filters that have to give way at the same time; empty where this one alone is enough. */
  readonly also: readonly FilterName[];
  /** Offers that fail just these filters. */
  readonly offers: number;
  /** Different flights among them that have no card yet: so many cards come back. */
  readonly flights: number;
  /** The least that the filter must give way for one offer to pass: the cheapest price, the shortest time, the fewest stops. */
  readonly nearest:
    | {
        readonly kind: 'money';
        /** As the offer is sold, in its own currency, with the bags that were asked for. */
        readonly value: Money;
        /** Bags come on top of the offer's own price, and are counted in. */
        readonly withBags?: true;
        /** Null where the offer is sold in another currency than the ceiling's: there is no amount that both have. */
        readonly over: Money | null;
      }
    | { readonly kind: 'minutes'; readonly value: number; readonly over: number }
    | { readonly kind: 'stops'; readonly value: number }
    | { readonly kind: 'none' };
}

export interface Ranking {
  /** Best first in the order asked for; best, cheapest and fastest are among the first shown. */
  readonly cards: readonly RankedOffer[];
  /** What the filters took out, each with every reason. */
  readonly flagged: readonly { readonly offer: Offer; readonly flags: readonly Flag[] }[];
  /**
   * How many offers each filter took out, and how many different flights among them have no card; an offer counts under each filter it fails.
   */
  readonly removedBy: readonly {
    readonly filter: FilterName;
    readonly offers: number;
    readonly flights: number;
  }[];
  /** Different flights of which no fare passes the filters. */
  readonly flightsLeftOut: number;
  /** The price limit in the other currencies that offers are sold in: about so much at reference rates, in whole units. */
  readonly limitAbroad: readonly Money[];
  /** The time to arrive by is meant for the day after leaving: nothing arrives by then on the same day, and flights through the night do. */
  readonly arrivesDayAfter: boolean;
  /** The middle of the cards' emissions for one traveller; null where no source tells any. */
  readonly medianCo2Kg: number | null;
  /** For an empty or short list: what to relax, most useful first. */
  readonly relaxations: readonly Relaxation[];
}
