/** “Amadeus”: a source as a person writes it. */
export const nameOfSource = (provider: string): string =>
  provider.charAt(0).toUpperCase() + provider.slice(1);
