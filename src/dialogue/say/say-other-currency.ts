/** Why prices are told in another currency than the one that was just asked for, and how to get them in that. */
export const sayOtherCurrency = (told: string, wanted: string): string =>
  `These flights were found with prices in ${told}. Say “Search again” for prices in ${wanted}.`;
