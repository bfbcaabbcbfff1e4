import { cabinNames } from '../../domain/cabin.ts';
import type { FilterName } from '../../domain/ranked.ts';
import type { Slot } from '../../domain/trip.ts';
import type { Unsearchable } from '../../domain/understood.ts';
import type { Talk } from '../move.ts';

/** Every fixed sentence of the English agent. A language is another object of this shape. */
export const english = {
  asks: {
    destination: 'Where would you like to fly to?',
    origin: 'Where will you be flying from?',
    departure_date: 'Which day would you like to leave?',
    return_date: 'Which day would you like to come back?',
    passengers: 'How many of you are travelling?',
    cabin: 'Which cabin would you like: economy, premium economy, business or first?',
    airline: 'Do you have an airline in mind?',
    confirm: 'Shall I go ahead?',
  } satisfies Record<Slot, string>,
  leaveRoughly:
    'Roughly when? Name a month or a week, such as “in March”, and I look at days all through it.',
  leavePlace: (name: string) => `Which day would you like to leave ${name}?`,

  talk: {
    greet: 'Hello! Tell me where you want to go and when, and I will find the flights.',
    thank: 'You are welcome. Anything else about the trip?',
    help: 'I am a program that finds flights. Write a trip in your own words, such as “Boston to Lisbon next Friday, back the Sunday after, two adults”. Then narrow it down: nonstop, an airline, a price, a time of day, another date. You can ask about bags, refunds or why a flight is first, and choose one by its place in the list.',
    start_over: 'A fresh start: where would you like to fly, and when?',
    out_of_scope:
      'That is outside what I can do: I find and compare flights, and answer questions about them.',
    unclear: 'I did not understand that. I find and compare flights, and answer questions about them.',
    postpones:
      'Take your time: this conversation keeps the flights. Their prices can change until they are bought.',
    upset:
      'I am sorry that this is tiresome. Say in a few words what matters most, such as the price, the time of day or fewer stops.',
    other_times:
      'Which times would suit you? Say for instance “leave after 10”, “home in the evening” or “a day later”.',
    musing: 'Ask about any of the flights, or say what to change.',
    farewell: 'Goodbye. Nothing has been booked or charged.',
    nothing_chosen:
      'Nothing is chosen yet. Tell me which flight you would like, for instance “the first one”.',
    unchosen:
      'Nothing is chosen any more. The flights are still here: choose another, or say what to change.',
    stays_listed:
      'I cannot take single flights off the list, and nothing is chosen. Say what they should not be, such as an airline, a time of day or a number of stops, and all of those leave it.',
    booking_later:
      'I have kept your choice. I cannot issue tickets in this version, so nothing has been booked or charged.',
    no_order: 'There is no booking to cancel: nothing has been bought in this conversation.',
    what_else: 'All right. What would you like to change?',
    nothing_yet: 'There are no flights on the table yet. Tell me where you want to go and when.',
  } satisfies Record<Talk, string>,

  /** From Monday. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],

  whereTo: 'Where would you like to go?',
  stillHere: 'The flights are still here: ask about one of them, or say what to change.',

  filters: {
    max_stops: 'the limit on stops',
    max_price: 'the price limit',
    max_duration: 'the limit on travel time',
    airlines: 'the choice of airlines',
    alliances: 'the choice of alliance',
    avoid_airports: 'the airports to avoid',
    via_airports: 'the choice of connection',
    arrive_by: 'the arrival time',
    arrive_after: 'the arrival time',
    return_arrive_by: 'the time to be back by',
    departure_time: 'the departure time',
    min_layover: 'the shortest layover',
    max_layover: 'the longest layover',
    overnight_layover: 'the wish against overnight layovers',
    checked_bags: 'the checked bags',
    refundable: 'the wish for refundable fares',
    cabin: 'the cabin',
  } satisfies Record<FilterName, string>,

  /** What the offers are that a filter takes out, after their number. */
  leftOut: {
    max_stops: 'with too many stops',
    max_price: 'over your price limit',
    max_duration: 'taking too long',
    airlines: 'on airlines that you do not want',
    alliances: 'outside the alliance',
    avoid_airports: 'through airports to avoid',
    via_airports: 'that change planes elsewhere or not at all',
    arrive_by: 'arriving too late',
    arrive_after: 'arriving too early',
    return_arrive_by: 'back too late',
    departure_time: 'at other times of day',
    min_layover: 'with too short a layover',
    max_layover: 'with too long a layover',
    overnight_layover: 'with an overnight layover',
    checked_bags: 'without the checked bags',
    refundable: 'that cannot be refunded',
    cabin: 'in another cabin',
  } satisfies Record<FilterName, string>,

  /** What to say to give a filter up; the language engine reads each of them. */
  dropFilter: {
    max_stops: 'Any number of stops',
    max_price: 'Drop the price limit',
    max_duration: 'Any duration',
    airlines: 'Any airline',
    alliances: 'Any alliance',
    avoid_airports: 'Any airport',
    via_airports: 'Any connection',
    arrive_by: 'Any arrival time',
    arrive_after: 'Any arrival time',
    return_arrive_by: 'Any arrival time',
    departure_time: 'Any time of day',
    min_layover: 'Any layover',
    max_layover: 'Any layover',
    overnight_layover: 'Overnight layovers are fine',
    checked_bags: 'No checked bags',
    refundable: 'Not only refundable fares',
    cabin: 'Economy class',
  } satisfies Record<FilterName, string>,

  cabins: cabinNames,
  unsearchable: {
    seat: 'a certain seat',
    on_board: 'what there is on board',
    meal: 'meals',
    animal: 'room for an animal',
    miles: 'flights paid with miles or points',
    aircraft: 'a kind of aircraft',
    least_stops: 'flights that stop, only for flights that do not',
    least_price: 'flights that cost at least so much, only for those up to a price',
    price_difference: 'flights by how much more they cost than others',
    airline_kind: 'low-cost or other kinds of airlines, only for airlines by name',
    airport_service: 'lounges or other services at the airport',
    daylight: 'daylight, only for times of day',
    own_schedule: 'what the hours of work leave time for',
    days_of_week: 'certain days of the week without knowing which weeks',
    nearby_airports: 'airports nearby, only for those that you name',
    assistance: 'assistance',
    lodging: 'places to stay, only for flights',
    ground_travel: 'trains, cars or transfers, only for flights',
    emissions: 'flights by their emissions',
    arrival_order: 'the first to arrive, only for the first to leave',
    special_bags: 'bags by their weight or sports equipment, only for a number of checked bags',
    shared_bags: 'bags that you share',
    fare_rules: 'fares that can be changed or are not the barest, only for refundable ones',
    condition: 'one wish on the condition of another',
    stops_wish: 'nonstop as a wish',
    stops_of_one_way: 'stops on some of the flights only',
    teenagers: 'fares of teenagers',
  } satisfies Record<Unsearchable, string>,
  /** What is searched instead, where that is not nothing. */
  instead: {
    shared_bags:
      'I count checked bags for each traveller: enough for all of those that you share, rounded up.',
    own_schedule:
      'I do not know how long you need to the airport: say from when a flight may leave, as in “after 7 PM”.',
    condition: 'I cannot make one wish depend on another, so that condition is left out.',
    stops_wish: 'Nonstop is taken as a wish and not as a limit: fewer stops count for a flight.',
    teenagers:
      'I count teenagers who travel by themselves as adults: from 12 years on most airlines ask that fare. Say their ages if one is younger.',
    stops_of_one_way: 'A limit on stops counts for every flight of the trip, not for some of them.',
  } satisfies Partial<Record<Unsearchable, string>>,
  badges: { best: 'best balance', cheapest: 'cheapest', fastest: 'fastest' },
  alliances: { star: 'Star Alliance', oneworld: 'oneworld', skyteam: 'SkyTeam' },
  sorts: {
    best: 'best first',
    cheapest: 'cheapest first',
    fastest: 'fastest first',
    earliest: 'earliest departure first',
    latest: 'latest departure first',
  },
} as const;

const providerNames: Readonly<Record<string, string>> = {
  demo: 'the demo world',
  amadeus: 'Amadeus',
  duffel: 'Duffel',
};

/** What a source is called before travellers. */
export const providerName = (id: string): string => providerNames[id] ?? id;

/** "1 stop", "2 stops". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const stopsText = (stops: number): string => (stops === 0 ? 'nonstop' : counted(stops, 'stop'));
