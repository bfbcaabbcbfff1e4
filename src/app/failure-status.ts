import { failureReasonOf } from '../search/failure-reason.ts';
import { BudgetSpent } from '../search/paid-budget.ts';
import { ProviderError } from '../search/provider.ts';

/** How a call to a source failed, for those who keep books: one that everybody turned away from says nothing of the source. */
export function failureStatusOf(error: unknown, signal: AbortSignal): string {
  const saysWhy = error instanceof ProviderError || error instanceof BudgetSpent;
  if (saysWhy || !signal.aborted) return failureReasonOf(error);
  const why: unknown = signal.reason;
  return why instanceof Error && why.name === 'TimeoutError' ? 'timeout' : 'cancelled';
}
