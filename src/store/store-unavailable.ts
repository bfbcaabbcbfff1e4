export const storeTroubles = [
  'unreachable',
  'timeout',
  'disk-full',
  'read-only',
  'not-openable',
  'busy',
  'corrupt',
  'overloaded',
  'failed',
] as const;
export type StoreTrouble = (typeof storeTroubles)[number];

/** A store cannot do its work now: an outage, never an answer such as “not found”. The message carries no address and no key. */
export class StoreUnavailable extends Error {
  readonly store: string;
  readonly trouble: StoreTrouble;
  readonly explanation: string;
  constructor(store: string, trouble: StoreTrouble, explanation: string, options?: ErrorOptions) {
    super(`${store} is not available (${trouble}): ${explanation}`, options);
    this.name = 'StoreUnavailable';
    this.store = store;
    this.trouble = trouble;
    this.explanation = explanation;
  }
}
