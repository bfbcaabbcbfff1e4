import type { SearchRequest } from './provider.ts';
import type { Source } from './source.ts';

/**
 * The same for two requests exactly when a source must answer them alike. A source that says what it sends for a request is asked the same
 * whatever else the requests hold; their airports count in any case, because they decide which of its offers fit.
 */
export function sourceKey({ id, asked }: Pick<Source, 'id' | 'asked'>, request: SearchRequest): string {
  if (!asked) return `${id} ${requestKey(request)}`;
  const ends = request.legs.map(
    ({ origin, destination }) => `${origin.airports.join()}-${destination.airports.join()}`,
  );
  return `${id} ${asked(request)} ${ends.join(' ')}`;
}

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
    request.cabin,
    request.currency,
    request.maxStops,
    request.includeAirlines.toSorted(),
    request.excludeAirlines.toSorted(),
    request.refundableOnly,
    request.maxOffers,
  ]);
