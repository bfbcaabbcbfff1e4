import { RequestedCurrency } from './requested-currency.ts';
import { Trip } from './trip.ts';

/** Days with which calendars can reckon in both directions. */
const firstYear = 1970;
const lastYear = 2199;
export const yearBounds = `a year from ${firstYear} to ${lastYear}`;

/** Whether an ISO date, or what begins with one, is within the years that we reckon with. */
export const isWithinYears = (date: string): boolean => {
  const year = Number(date.slice(0, 4));
  return year >= firstYear && year <= lastYear;
};

/** In any currency more than flights cost, and so little that an amount rounded up is still one of Money. */
const tooMuch = 1e11;

/** A trip that a client sends. What we send ourselves is a Trip: there a stay or a day may be whatever a traveller said. */
export const RequestedTrip = Trip.superRefine((trip, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const { legs, trip_type: type, stay_nights: stay, filters } = trip;
  if (type === 'round_trip' && legs.length !== 2)
    refuse(['legs'], 'a round trip has two legs, the second one the way back');
  const [out, back] = legs;
  // It may begin or end somewhere else, but not go the same way again.
  for (const end of ['origin', 'destination'] as const)
    if (type === 'round_trip' && back?.[end] && back[end].code === out?.[end]?.code)
      refuse(['legs', 1, end], `of the way back is the ${end} of the way out`);
  if (stay && stay.min > stay.max) refuse(['stay_nights', 'max'], 'is less than min');
  for (const [index, { departure }] of legs.entries())
    for (const end of ['earliest', 'latest'] as const)
      if (departure && !isWithinYears(departure[end])) refuse(['legs', index, 'departure', end], yearBounds);
  const { max_price: price, arrive_by: arriveBy } = filters;
  if (price && !RequestedCurrency.safeParse(price.currency).success)
    refuse(['filters', 'max_price', 'currency'], 'no currency of ISO 4217 that is in use');
  if (price && !(Number(price.amount) >= 0 && Number(price.amount) < tooMuch))
    refuse(['filters', 'max_price', 'amount'], 'from 0 to less than 100000000000');
  if (arriveBy?.includes('T') && !isWithinYears(arriveBy)) refuse(['filters', 'arrive_by'], yearBounds);
});
