const routes = [
  'Paris to New York',
  'London to Tokyo',
  'Madrid to Rome',
  'Berlin to Lisbon',
  'Dubai to Singapore',
  'Amsterdam to Barcelona',
  'Boston to San Francisco',
  'Chicago to Miami',
  'Sydney to Bangkok',
  'Frankfurt to Istanbul',
  'Toronto to Vancouver',
  'Los Angeles to Hong Kong',
  'Dublin to Vienna',
  'Zurich to Copenhagen',
  'Mumbai to Delhi',
  'Paris to Tokyo',
  'New York to London',
  'Munich to Athens',
  'Singapore to Seoul',
  'Oslo to Milan',
  'Seattle to Atlanta',
  'Doha to Johannesburg',
  'Brussels to Geneva',
  'Sao Paulo to Mexico City',
] as const;
const phrasings = [
  (route: string, date: string) => `I need a flight from ${route} on ${date}`,
  (route: string, date: string) => `Flights from ${route} on ${date} for 2 adults`,
  (route: string, date: string) => `Find me flights from ${route} on ${date} for 3 passengers`,
  (route: string, date: string) => `I want to fly from ${route} on ${date}`,
] as const;
const firstDay = 30;
const days = 290;

const dateIn = (days: number): string => Temporal.Now.plainDateISO('UTC').add({ days }).toString();
const dates = Array.from({ length: days }, (_, day) => dateIn(firstDay + day));

/** How many searches there are of which none is like another: 24 routes, 290 days, parties of 1 to 6. */
export const differentSearches = 24 * days * 6;

/** A complete search, none like another for `differentSearches` turns. */
export function differentMessage(index: number): string {
  const route = routes[index % routes.length] ?? routes[0];
  const round = Math.floor(index / routes.length);
  const date = dates[round % days] ?? dateIn(firstDay);
  const party = Math.floor(round / days) % 6;
  const phrase = phrasings[party];
  return party < 3 && phrase ? phrase(route, date) : `${route} on ${date}, ${party + 1} adults`;
}

const windowDays = 20;

/** A search over three weeks of days for 7 nights, which costs the demo world a hundred times what it costs to ask and to read. */
export function flexibleMessage(index: number): string {
  const route = routes[index % routes.length] ?? routes[0];
  const from = Math.floor(index / routes.length) % (days - windowDays);
  const [first, last] = [dates[from], dates[from + windowDays]];
  return `${route} between ${first ?? ''} and ${last ?? ''} for 7 nights`;
}

/** One of 24 complete searches, over and over. */
export function repeatedMessage(index: number): string {
  const kind = index % routes.length;
  const phrase = phrasings[kind % phrasings.length] ?? phrasings[0];
  return phrase(routes[kind] ?? routes[0], dates[(kind * 11) % days] ?? dateIn(firstDay));
}
