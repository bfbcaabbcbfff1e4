/** What a simulated source does to a search, beyond answering it. */
export const faults = [
  /** Accepts the call and never answers. */
  'hang',
  /** Answers with an internal error in the source's own shape. */
  'error_500',
  /** A gateway's HTML page instead of JSON. */
  'html_502',
  /** Refuses the call until the window ends, in the source's own shape and headers. */
  'rate_limited',
  /** Refuses the token or key. */
  'unauthorized',
  /** Closes the connection in the middle of the body. */
  'reset',
  /** Half of the JSON, with a content-length that fits. */
  'truncated',
  /** JSON of another kind than promised. */
  'lying',
  /** The body drop by drop, slower than anybody waits. */
  'slow_bytes',
  /** Every hundredth offer is malformed, the first one at least. */
  'malformed_offers',
  /** A good answer without any flights. */
  'empty',
] as const;
export type Fault = (typeof faults)[number];

/** How a simulator behaves from now on; change it while it runs. */
export interface Behaviour {
  /** From the last byte of a search request to the first of its answer. */
  latencyMs: number;
  /** Adds up to this much, spread evenly and repeatably. */
  jitterMs: number;
  /** Offers in a full answer. */
  offers: number;
  fault: Fault | null;
  /** Only this many searches misbehave, then all is well; null for all of them. */
  faultsLeft: number | null;
  /** Life of an access token. */
  tokenSeconds: number;
  /** Searches answered per second before 429; null for no limit. */
  perSecond: number | null;
  /** Multiplies every price from now on, for price checks that disagree with the search. */
  priceFactor: number;
  /** An offer that is asked for again leaves and arrives so many minutes later than it did in the search. */
  movedMinutes: number;
  /** Batches in which an answer comes, where the protocol has batches. */
  batches: number;
  /** Calls for a batch that say nothing new before each that does, where the protocol has batches. */
  idleCalls: number;
}

export const usualBehaviour: Behaviour = {
  latencyMs: 0,
  jitterMs: 0,
  offers: 20,
  fault: null,
  faultsLeft: null,
  tokenSeconds: 1799,
  perSecond: null,
  priceFactor: 1,
  movedMinutes: 0,
  batches: 2,
  idleCalls: 0,
};

/** The fault for the next search, counted down. */
export function nextFault(behaviour: Behaviour): Fault | null {
  if (behaviour.fault === null || behaviour.faultsLeft === null) return behaviour.fault;
  if (behaviour.faultsLeft <= 0) return null;
  behaviour.faultsLeft -= 1;
  return behaviour.fault;
}
