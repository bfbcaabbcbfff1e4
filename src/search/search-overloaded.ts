/** A search was not begun: too many others came before it. It may well be made again a moment later. */
export class SearchOverloaded extends Error {
  constructor() {
    super('too many searches wait already');
    this.name = 'SearchOverloaded';
  }
}
