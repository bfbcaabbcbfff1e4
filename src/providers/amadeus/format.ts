import type { Cabin } from '../../domain/cabin.ts';
import type { Party } from '../../domain/trip.ts';
import type { HttpRequest, SearchRequest } from '../../search/provider.ts';

const travelClasses: Readonly<Record<Cabin, string>> = {
  economy: 'ECONOMY',
  premium_economy: 'PREMIUM_ECONOMY',
  business: 'BUSINESS',
  first: 'FIRST',
};

const mostOffers = 250;
const mostCarriers = 99;
const childAges = { from: 2, below: 12 };

/** Travellers as Amadeus counts them: a child is 2 to 11, from 12 on an adult fare applies, below 2 a lap infant. */
function countTravellers({ adults, children, infants }: Party) {
  return {
    adults: adults + children.filter((age) => age >= childAges.below).length,
    children: children.filter((age) => age >= childAges.from && age < childAges.below).length,
    infants: infants + children.filter((age) => age < childAges.from).length,
  };
}

/** Flight Offers Search v2: GET says one way and there-and-back with simple wishes, POST everything else. */
export const formatSearch = (request: SearchRequest): HttpRequest =>
  fitsQuery(request) ? formatQuery(request) : formatBody(request);

function fitsQuery({
  legs,
  includeAirlines,
  excludeAirlines,
  maxStops,
  refundableOnly,
}: SearchRequest): boolean {
  const [out, back, ...more] = legs;
  const simplyReturns =
    !back || (back.origin.code === out.destination.code && back.destination.code === out.origin.code);
  const simplyFiltered =
    (includeAirlines.length === 0 || excludeAirlines.length === 0) && (maxStops === null || maxStops === 0);
  return more.length === 0 && simplyReturns && simplyFiltered && !refundableOnly;
}

function formatQuery(request: SearchRequest): HttpRequest {
  const [out, back] = request.legs;
  const { adults, children, infants } = countTravellers(request.passengers);
  const query = new URLSearchParams({
    originLocationCode: out.origin.code,
    destinationLocationCode: out.destination.code,
    departureDate: out.date,
    adults: String(adults),
    currencyCode: request.currency,
    max: String(Math.min(request.maxOffers, mostOffers)),
  });
  if (back) query.set('returnDate', back.date);
  if (children > 0) query.set('children', String(children));
  if (infants > 0) query.set('infants', String(infants));
  if (request.cabin) query.set('travelClass', travelClasses[request.cabin]);
  if (request.maxStops === 0) query.set('nonStop', 'true');
  if (request.includeAirlines.length > 0)
    query.set('includedAirlineCodes', request.includeAirlines.slice(0, mostCarriers).join(','));
  if (request.excludeAirlines.length > 0)
    query.set('excludedAirlineCodes', request.excludeAirlines.slice(0, mostCarriers).join(','));
  return { method: 'GET', path: `/v2/shopping/flight-offers?${query}` };
}

function formatBody(request: SearchRequest): HttpRequest {
  const body = {
    currencyCode: request.currency,
    originDestinations: request.legs.map((leg, index) => ({
      id: String(index + 1),
      originLocationCode: leg.origin.code,
      destinationLocationCode: leg.destination.code,
      departureDateTimeRange: { date: leg.date },
    })),
    travelers: formatTravelers(request.passengers),
    sources: ['GDS'],
    searchCriteria: {
      maxFlightOffers: Math.min(request.maxOffers, mostOffers),
      ...(request.refundableOnly ? { pricingOptions: { refundableFare: true } } : {}),
      flightFilters: formatFilters(request),
    },
  };
  return {
    method: 'POST',
    path: '/v2/shopping/flight-offers',
    headers: { 'content-type': 'application/json', 'x-http-method-override': 'GET' },
    body: JSON.stringify(body),
  };
}

function formatTravelers(party: Party) {
  const { adults, children, infants } = countTravellers(party);
  const kinds = [
    ...Array<'ADULT'>(adults).fill('ADULT'),
    ...Array<'CHILD'>(children).fill('CHILD'),
    ...Array<'HELD_INFANT'>(infants).fill('HELD_INFANT'),
  ];
  return kinds.map((travelerType, index) => ({
    id: String(index + 1),
    travelerType,
    // Adults come first, so the first lap infant sits with traveller 1, the second with traveller 2.
    ...(travelerType === 'HELD_INFANT' ? { associatedAdultId: String(index + 1 - adults - children) } : {}),
  }));
}

function formatFilters({ legs, cabin, maxStops, includeAirlines, excludeAirlines }: SearchRequest) {
  // The two carrier lists exclude each other; what is left out here is filtered by ranking.
  const carriers =
    includeAirlines.length > 0
      ? { includedCarrierCodes: includeAirlines.slice(0, mostCarriers) }
      : { excludedCarrierCodes: excludeAirlines.slice(0, mostCarriers) };
  return {
    ...(cabin
      ? {
          cabinRestrictions: [
            {
              cabin: travelClasses[cabin],
              coverage: 'MOST_SEGMENTS',
              originDestinationIds: legs.map((_, index) => String(index + 1)),
            },
          ],
        }
      : {}),
    ...(includeAirlines.length + excludeAirlines.length > 0 ? { carrierRestrictions: carriers } : {}),
    ...(maxStops === null
      ? {}
      : { connectionRestriction: { maxNumberOfConnections: Math.min(maxStops, 2) } }),
  };
}

/** Flight Offers Price v1 takes the offer back exactly as the search gave it. */
export const formatPriceCheck = (sent: unknown): HttpRequest => ({
  method: 'POST',
  path: '/v1/shopping/flight-offers/pricing',
  headers: { 'content-type': 'application/json', 'x-http-method-override': 'GET' },
  body: JSON.stringify({ data: { type: 'flight-offers-pricing', flightOffers: [sent] } }),
});
