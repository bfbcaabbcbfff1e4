import { BudgetSpent } from './paid-budget.ts';
import { ProviderError, type FailureReason } from './provider.ts';

/** Why a call to a source failed or was not made, in the word that reports have for it. What was given up counts as a timeout. */
export function failureReasonOf(error: unknown): FailureReason | 'skipped' {
  if (error instanceof BudgetSpent) return 'skipped';
  if (error instanceof ProviderError) return error.reason;
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
    ? 'timeout'
    : 'error';
}
