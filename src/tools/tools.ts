import type { CalendarAnswer, CalendarQuery } from '../contract/calendar.ts';
import type { SearchEvent } from '../contract/events.ts';
import type { PlacesAnswer } from '../contract/place.ts';
import type { SearchRequest } from '../contract/search.ts';
import type { OfferCheckAnswer } from '../contract/offer-check.ts';
import type { CardsAnswer, SessionAnswer } from '../contract/session.ts';
import type { UnderstandAnswer, UnderstandRequest } from '../contract/understand.ts';
import type { NothingToCheck } from './check-offer.ts';
import type { NoCalendar } from './price-calendar.ts';

/** What can be done outside a conversation. Every face offers the same ones. */
export interface Tools {
  understand(request: UnderstandRequest): UnderstandAnswer;
  /** `watched` tells whether anybody looks at what happens on the way to the last event. */
  search(
    request: SearchRequest,
    requestId: string,
    watched: boolean,
    signal: AbortSignal,
  ): AsyncIterable<SearchEvent>;
  findPlaces(query: string, limit: number): PlacesAnswer;
  /** The cheapest price of every day of a month. Paid searches count against the budget of the client. */
  priceCalendar(
    query: CalendarQuery,
    client: string,
    signal: AbortSignal,
  ): Promise<CalendarAnswer | NoCalendar>;
  findSession(id: string): Promise<SessionAnswer | undefined>;
  /** Every card of a conversation, where an answer carries only the first; undefined where there is no such conversation. */
  findCards(id: string): Promise<CardsAnswer | undefined>;
  /** Asks the source again for an offer that a conversation holds, and keeps what it says. */
  checkOffer(
    sessionId: string,
    offerId: string,
    requestId: string,
    signal: AbortSignal,
  ): Promise<OfferCheckAnswer | NothingToCheck>;
  /** True where there was one to forget; a conversation in its first turn is forgotten when the turn has ended. */
  forgetSession(id: string, signal: AbortSignal): Promise<boolean>;
}
