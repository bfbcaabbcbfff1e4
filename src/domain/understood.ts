import type { Place } from './place.ts';
import type { Slot, Trip } from './trip.ts';

export const intents = [
  'search_flights',
  'refine_search',
  'choose_offer',
  'ask_about_offer',
  'book',
  'cancel_order',
  'affirm',
  'deny',
  'greet',
  'thank',
  'help',
  'start_over',
  'out_of_scope',
] as const;
export type Intent = (typeof intents)[number];

/** A phrase with several readings. The likeliest one stands in the trip meanwhile. */
export interface Ambiguity {
  /** As the traveller wrote it. */
  readonly phrase: string;
  readonly slot: Slot;
  /** Which leg of the trip it belongs to. */
  readonly leg: number;
  /** Likeliest first, at least two. */
  readonly candidates: readonly AmbiguityCandidate[];
  /** "Paris or Rome": not one phrase of several readings, but several places that are as welcome as each other. */
  readonly alternatives?: true;
}

export interface AmbiguityCandidate {
  /** How to tell it from the others: "Portland, Oregon"; sent back as a message it picks this reading. */
  readonly label: string;
  readonly place: Place | null;
  /** ISO date, for a phrase about a day. */
  readonly date: string | null;
}

/** Something said that names no place, day or airline we know, or asks for what cannot be searched; it is said back, never dropped. */
export interface Unresolved {
  readonly phrase: string;
  readonly slot: Slot;
  /**
   * A name nobody knows, an area with many cities, more than can be, a day that never comes, one of another weekday or one that is refused, a cabin for each way, or
   * one that is refused, one filter of several without its name.
   */
  readonly kind:
    | 'unknown'
    | 'area'
    | 'limit'
    | 'no_such_day'
    | 'weekday_differs'
    | 'refused_time'
    | 'two_cabins'
    | 'refused_cabin'
    | 'which_filter';
  /** Closest things we do know, labels to offer. */
  readonly suggestions: readonly string[];
}

/** What an offer can be the most of, of those on the table. */
export const superlatives = [
  'best',
  'cheapest',
  'dearest',
  'fastest',
  'slowest',
  /** Of departures. */
  'earliest',
  'latest',
  'lands_earliest',
  'lands_latest',
  'longest_layover',
  'shortest_layover',
  'fewest_stops',
  'most_bags',
  'lowest_emissions',
] as const;
export type Superlative = (typeof superlatives)[number];

/** "Which of these leave after ten": local minutes since midnight, null is open. */
export interface TimeOfList {
  readonly of: 'departure' | 'arrival';
  readonly way?: 'back';
  readonly from: number | null;
  readonly to: number | null;
}

/** How a message points at offers on the table. */
export type OfferReference =
  | { readonly by: 'position'; /** From 1; -1 is the last. */ readonly position: number }
  | {
      readonly by: 'superlative';
      readonly superlative: Superlative;
      /** Of the way back alone. */
      readonly way?: 'back';
      /** "The second cheapest": from 1, which is meant where it is not said. */
      readonly nth?: number;
      /** IATA code, of "the cheapest on United". */
      readonly carrier?: string;
      /** "The cheaper one": of those that were last talked about. */
      readonly among?: 'discussed';
    }
  | { readonly by: 'airline'; readonly carrier: string }
  | { readonly by: 'flight'; readonly carrier: string; readonly number: string }
  /** Departure at a local time, minutes since midnight. */
  | {
      readonly by: 'departure';
      readonly minuteOfDay: number;
      /** "The morning one": so many minutes before or after it. */
      readonly within?: number;
    }
  /** "The $500 one": whole units of its currency, for the party or for each. */
  | { readonly by: 'price'; readonly amount: number }
  /** A card that was clicked; the id of the card or of one of its fares. */
  | { readonly by: 'offer'; readonly id: string }
  /** "The next one": so many places behind what was last talked about. */
  | { readonly by: 'next'; readonly step: 1 | -1 }
  /** "Which ones", "any of them": the whole list, or the two that were last talked about. */
  | {
      readonly by: 'all';
      readonly among?: 'discussed';
      readonly within?: TimeOfList;
      /** Codes of airports that it names. */ readonly airports?: readonly string[];
    }
  /** "The other one": of those last talked about the one that was not the last. */
  | { readonly by: 'other' }
  /** "An earlier flight home": those whose way back leaves before or after that of what was last talked about. */
  | { readonly by: 'way_back'; readonly leaves: 'earlier' | 'later' }
  /** "My choice". */
  | { readonly by: 'chosen' }
  /** "it", "that one": what was last talked about. */
  | { readonly by: 'focus' };

/** What airlines decide for all of their flights. */
export const policyTopics = [
  'child_fares',
  'infant_seat',
  'payment',
  'check_in',
  'bag_size',
  'seat_choice',
  'animals',
  'special_bags',
  'transit',
  'miles',
  /** Whether, where and how a ticket is bought. */
  'booking',
  /** A flight that is missed, late or cancelled. */
  'disruption',
  /** How long a price holds, and whether it will rise or fall. */
  'price_changes',
] as const;
export type PolicyTopic = (typeof policyTopics)[number];

export const offerTopics = [
  'bags',
  'refund',
  'changes',
  'price',
  'duration',
  'stops',
  'overnight',
  'times',
  'airline',
  'aircraft',
  'airport',
  'terminal',
  'emissions',
  'seats',
  /** Whether it is still sold, at the price that was shown. */
  'availability',
  'fares',
  'amenities',
  /** Which of the days that were left open costs less. */
  'days',
  ...policyTopics,
  'compare',
  'why',
  'details',
] as const;
/** What a question about offers is about. */
export type OfferTopic = (typeof offerTopics)[number];

/** The parts of a trip that a message can set. */
export const tripParts = [
  'trip_type',
  'origin',
  'destination',
  'departure_date',
  'departure_time',
  'return_date',
  'return_time',
  'stay',
  'passengers',
  'cabin',
  'max_stops',
  'max_price',
  'max_duration',
  'airlines',
  'alliances',
  'avoid_airports',
  'via_airports',
  'arrive_by',
  'layover',
  'bags',
  'refundable',
  'sort',
] as const;
export type TripPart = (typeof tripParts)[number];

/** Kinds of wishes that no source can be asked for. They are said back, never dropped. */
export type Unsearchable =
  | 'seat'
  /** Wi-Fi, power, beds: what there is on the plane. */
  | 'on_board'
  | 'meal'
  | 'animal'
  /** To pay with miles, points or vouchers. */
  | 'miles'
  | 'aircraft'
  /** Stops as a wish instead of a limit. */
  | 'least_stops'
  /** A floor under the price: "nothing under 100". */
  | 'least_price'
  /** "Not more than 200 extra": a limit against another price. */
  | 'price_difference'
  /** Low-cost or full-service airlines. */
  | 'airline_kind'
  /** Lounges, priority boarding: what there is at the airport. */
  | 'airport_service'
  /** To land or leave while it is light. */
  | 'daylight'
  /** When somebody's work ends: how long the way to the airport is only they know. */
  | 'own_schedule'
  /** Airports around one, without their names. */
  | 'nearby_airports'
  /** Weekdays or weekends of many days. */
  | 'days_of_week'
  | 'lodging'
  /** Trains, transfers, cars: the way on the ground. */
  | 'ground_travel'
  | 'emissions'
  /** The first to arrive first: sorting is by leaving. */
  | 'arrival_order'
  /** Bags by weight, sports equipment. */
  | 'special_bags'
  /** Bags that a party shares: counted for each traveller. */
  | 'shared_bags'
  /** Fares that can be changed, or are not the barest. */
  | 'fare_rules'
  /** One wish where another holds: "nonstop if it is under 400". */
  | 'condition'
  /** Nonstop as a wish and no limit. */
  | 'stops_wish'
  /** Stops on some of the flights only. */
  | 'stops_of_one_way'
  | 'assistance'
  /** Teenagers by themselves, whose ages were not said. */
  | 'teenagers';

/** What people say between wishes and questions. */
export type Remark =
  /** Wants time to think. */
  | 'postpones'
  /** Is annoyed, and does not say with what. */
  | 'upset'
  /** Does not like the times, and does not say which would do. */
  | 'other_times'
  /** "Hmm", "I see". */
  | 'musing'
  | 'farewell';

/** A message read against the conversation so far. */
export interface Understood {
  readonly intent: Intent;
  /** The trip so far with what this message says merged in. */
  readonly trip: Trip;
  /** What a search still needs, in the order a good agent asks. */
  readonly missing: readonly Slot[];
  readonly ambiguous: readonly Ambiguity[];
  readonly unresolved: readonly Unresolved[];
  readonly unsearchable: readonly Unsearchable[];
  /** Parts whose value differs from the trip so far. */
  readonly changed: readonly TripPart[];
  /** Parts the message states, changed or not. */
  readonly stated: readonly TripPart[];
  /** ISO 4217, where it asks for prices in a currency; null where it does not. */
  readonly currency: string | null;
  /** Offers it points at, in the order named; empty where it names none. */
  readonly references: readonly OfferReference[];
  /** What it asks about offers; null where it asks nothing. */
  readonly topic: OfferTopic | null;
  /** All that it asks about offers, where that is more than one thing. */
  readonly topics?: readonly OfferTopic[];
  /** It wants offers off the list, which stays as it is. */
  readonly discards?: true;
  /** It wants other days without saying which. */
  readonly redates?: true;
  /** Asked which day, it answers that any will do, or that none is settled. */
  readonly anyDay?: true;
  /** It takes back what was chosen. */
  readonly unchooses?: true;
  /** It takes back the last change of the trip, and says nothing else. */
  readonly undoes?: true;
  /** What is said beside the matter, and answered as such. */
  readonly remark?: Remark;
  /** Out of scope because nothing of it was understood, and not because it speaks of something else. */
  readonly unclear?: true;
  readonly engine: 'rules' | 'model';
}
