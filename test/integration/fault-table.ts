import type { ProviderReport } from '../../src/contract/search.ts';
import type { Fault } from '../simulators/behaviour.ts';

/** What a turn must say of a source that misbehaves in a certain way. */
export interface Expected {
  readonly status: ProviderReport['status'];
  /** The source never ends its answer: only the end of the budget ends the wait. */
  readonly endless?: true;
  /** Malformed offers that are left out and counted. */
  readonly dropped?: number;
}

/** Every fault that the simulators know. */
export const expectations: Readonly<Record<Fault, Expected>> = {
  hang: { status: 'timeout', endless: true },
  slow_bytes: { status: 'timeout', endless: true },
  error_500: { status: 'error' },
  html_502: { status: 'error' },
  reset: { status: 'error' },
  truncated: { status: 'error' },
  lying: { status: 'error' },
  rate_limited: { status: 'rate_limited' },
  unauthorized: { status: 'unauthorized' },
  malformed_offers: { status: 'ok', dropped: 1 },
  empty: { status: 'no_offers' },
};

export const isFailure = ({ status }: Expected): boolean => status !== 'ok' && status !== 'no_offers';
