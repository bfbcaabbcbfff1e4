/** An order as it is kept: what was bought is opaque to the store. */
export interface OrderRecord<Details> {
  readonly id: string;
  readonly sessionId: string;
  /** A word of the order's own life cycle. */
  readonly status: string;
  /** Counts saves; an update names the version it read. */
  readonly version: number;
  readonly details: Details;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewOrder<Details> {
  readonly id: string;
  /** The client's name for this one purchase; the caller makes it unique across clients. */
  readonly idempotencyKey: string;
  /** Same for two requests exactly when they ask for the same. */
  readonly bodyHash: string;
  readonly sessionId: string;
  readonly status: string;
  readonly details: Details;
  readonly at: string;
}

export type OrderCreation<Details> =
  /** `repeated`: the key has come before with the same body, and this is the order it made, as it is now. */
  | { readonly kind: 'created' | 'repeated'; readonly order: OrderRecord<Details> }
  /** The key has come before with another body. */
  | { readonly kind: 'conflict' };

export interface OrderChange<Details> {
  readonly status: string;
  readonly details: Details;
  readonly at: string;
}

/** What was ordered. Nothing is ever deleted. Every implementation passes orders.contract.ts. */
export interface OrderStore<Details> extends AsyncDisposable {
  create(order: NewOrder<Details>): Promise<OrderCreation<Details>>;
  find(id: string): Promise<OrderRecord<Details> | undefined>;
  /** Latest first. */
  listOfSession(sessionId: string): Promise<OrderRecord<Details>[]>;
  /** Compare-and-set: `conflict` where someone saved since version `basedOn`, or there is no such order. */
  update(id: string, basedOn: number, change: OrderChange<Details>): Promise<'saved' | 'conflict'>;
}
