import type { Traveller } from './traveller.ts';

export interface LoadResult {
  /** One a turn that counts, in the order they ended, milliseconds. */
  readonly latenciesMs: readonly number[];
  /** Of all turns. */
  readonly failed: number;
  /** First few reasons, with the seconds since the load began. */
  readonly failures: readonly string[];
  readonly travellers: readonly Traveller[];
}

/** Reasons that are kept. */
const mostFailures = 5;

/** Collects what turns come to. */
export function collectTurns() {
  const latenciesMs: number[] = [];
  const failures: string[] = [];
  const travellers: Traveller[] = [];
  const startedAt = performance.now();
  let failed = 0;
  return {
    travellers,
    answered: (elapsedMs: number) => latenciesMs.push(elapsedMs),
    failed(error: unknown) {
      failed += 1;
      const at = ((performance.now() - startedAt) / 1000).toFixed(1);
      if (failures.length < mostFailures) failures.push(`after ${at} s: ${String(error)}`);
    },
    result: (): LoadResult => ({ latenciesMs, failed, failures, travellers }),
  };
}
