import type { SearchRequest } from './provider.ts';

/** The same for two requests exactly when every source must answer them alike: all fields, lists in one order. */
export const requestKey = (request: SearchRequest): string =>
  JSON.stringify([
    request.legs.map(({ origin, destination, date, timeFrom, timeTo }) => [
      origin.code,
      origin.airports,
      destination.code,
      destination.airports,
      date,
      timeFrom,
      timeTo,
    ]),
    request.passengers.adults,
    request.passengers.children.toSorted((a, b) => a - b),
    request.passengers.infants,
    request.cabin ?? 'economy',
    request.currency,
    request.maxStops,
    request.includeAirlines.toSorted(),
    request.excludeAirlines.toSorted(),
    request.refundableOnly,
    request.maxOffers,
  ]);
