/** To a click on an offer that the list no longer holds: `cards` is how many it holds now. */
export const sayOfferGone = (cards: number): string =>
  cards === 0
    ? 'That flight is not on the table any more, so nothing is chosen.'
    : 'That flight is not in the list any more, so nothing is chosen. The list has changed; here it is as it stands now.';
