import { ProviderError, type FailureReason } from './provider.ts';

/** Why a call to a source failed, in the word that reports have for it. What was given up counts as a timeout. */
export function failureReasonOf(error: unknown): FailureReason {
  if (error instanceof ProviderError) return error.reason;
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
    ? 'timeout'
    : 'error';
}
