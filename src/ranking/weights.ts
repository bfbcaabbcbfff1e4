import type { Cabin } from '../domain/cabin.ts';

/**
 * What an hour of travelling is worth to a traveller, US dollars, by the cabin they chose. The US Department of Transportation's guidance on
 * the value of travel time puts intercity air travel near 40 dollars for leisure and 75 for business at 2023 incomes; economy stands below
 * the leisure value, because those who fly it trade more of their time for money than the average.
 */
export const hourValue: Readonly<Record<Cabin, number>> = {
  economy: 24,
  premium_economy: 36,
  business: 65,
  first: 90,
};

/**
 * What travellers pay to avoid a nuisance, US dollars a traveller. Stops and layovers follow the order found in itinerary choice studies,
 * where a connection weighs as much as one to two hours of flight; the others are judged against that.
 */
export const penalties = {
  /** Each landing on the way. */
  stop: 35,
  /** A connection that a delay of half an hour breaks. */
  tightConnection: 30,
  /** Waiting longer than half a working day, on top of the time itself. */
  longLayover: 20,
  /** Waiting through the small hours. */
  overnightLayover: 60,
  /** Changing airports between two flights. */
  airportChange: 60,
  /** Coming back from, or to, another airport of the city: a way on the ground that is no detour for everybody. */
  otherAirport: 20,
  /** Tickets that do not protect each other. */
  separateTickets: 70,
  /** Leaving or landing between 23:00 and 05:30. */
  unsocialHour: 12,
  /** Each calendar day on which one arrives later than one left. */
  laterDay: 15,
} as const;

/** A connection shorter than this is tight, minutes. */
export const tightMinutes = 60;
/** A wait longer than this is worth a warning, minutes. */
export const longMinutes = 300;

/** A checked bag for the whole trip where the source does not say its price, US dollars a leg. */
export const usualBagPrice = 40;

/** How many cards count as the first shown: best, cheapest and fastest are among them. */
export const firstShown = 5;
