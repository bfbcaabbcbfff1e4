/** A carrier's flights between two airports, out and back. */
export interface Route {
  readonly carrier: number;
  readonly hub: number;
  readonly spoke: number;
  readonly kilometres: number;
  /** Flights a day each way; below 1 not on every day. */
  perDay: number;
  /** Known, not computed: stays as it is. */
  readonly known: boolean;
}
