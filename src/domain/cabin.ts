/** Cabins of service, lowest first. */
export const cabins = ['economy', 'premium_economy', 'business', 'first'] as const;
export type Cabin = (typeof cabins)[number];

/** What each is called, in words that read as it. */
export const cabinNames: Readonly<Record<Cabin, string>> = {
  economy: 'economy',
  premium_economy: 'premium economy',
  business: 'business class',
  first: 'first class',
};
