/** Somewhere a traveller can fly from or to: one airport, or a city that stands for all of its airports. */
export interface Place {
  readonly kind: 'city' | 'airport';
  /** IATA code: the metropolitan area's (NYC) or city's for a city, the airport's (JFK) for an airport. */
  readonly code: string;
  /** The name a traveller would say: "New York", "London Heathrow". */
  readonly name: string;
  /** The name with what tells it from a namesake: "Portland, Maine". */
  readonly fullName?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** State, province or region as said aloud ("Oregon"), where it helps to tell two places apart. */
  readonly region: string | null;
  /** IATA codes of the airports meant, busiest first; never empty. */
  readonly airports: readonly string[];
}

/** The name as a reply says it. */
export const spokenName = ({ name, fullName }: Place): string => fullName ?? name;
