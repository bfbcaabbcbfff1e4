import { ProviderError, type FailureReason, type HttpResponse } from '../../search/provider.ts';
import { DuffelErrors } from './schema.ts';

interface Meaning {
  readonly reason: FailureReason;
  readonly retryable: boolean;
  readonly blame: ProviderError['blame'];
}

const ours: Meaning = { reason: 'error', retryable: false, blame: 'ours' };
const theirs: Meaning = { reason: 'error', retryable: true, blame: 'theirs' };
const badKey: Meaning = { reason: 'unauthorized', retryable: false, blame: 'ours' };
const limited: Meaning = { reason: 'rate_limited', retryable: true, blame: 'nobody' };

/** Duffel's error types, from its API overview; the type says more than the status, which some recordings contradict. */
const meanings: Readonly<Record<string, Meaning>> = {
  authentication_error: badKey,
  rate_limit_error: limited,
  invalid_request_error: ours,
  validation_error: ours,
  invalid_state_error: ours,
  airline_error: theirs,
  api_error: theirs,
};

const goneCodes: Readonly<Record<string, 'sold_out' | 'expired'>> = {
  offer_no_longer_available: 'sold_out',
  offer_expired: 'expired',
  not_found: 'expired',
};

function firstError(body: Uint8Array) {
  const parsed = DuffelErrors.safeParse(parseJson(body));
  return parsed.success ? parsed.data.errors[0] : undefined;
}

/** Whether a failed re-read of an offer says that it cannot be bought any more. */
export const goneStatus = (response: HttpResponse): 'sold_out' | 'expired' | undefined =>
  goneCodes[firstError(response.body)?.code ?? ''];

/** Their answer to a failed call as our error; the body may be JSON, HTML from a gateway, or nothing. */
export function parseError(response: HttpResponse, now: Temporal.Instant): ProviderError {
  const error = firstError(response.body);
  const meaning = meanings[error?.type ?? ''] ?? meaningOfStatus(response.status);
  return new ProviderError(
    meaning.reason,
    `Duffel answered ${response.status}${error ? `: ${error.code ?? '-'} ${error.title ?? ''}` : ''}`,
    {
      retryable: meaning.retryable,
      blame: meaning.blame,
      retryAfterMs: retryAfterMs(response, meaning, now),
    },
  );
}

function meaningOfStatus(status: number): Meaning {
  if (status === 401 || status === 403) return badKey;
  if (status === 429) return limited;
  return status >= 500 ? theirs : ours;
}

/** Every answer names the end of its window, but only a window that is used up has to be waited for. */
function retryAfterMs({ headers }: HttpResponse, { reason }: Meaning, now: Temporal.Instant): number | null {
  const usedUp = reason === 'rate_limited' || headers['ratelimit-remaining']?.trim() === '0';
  return usedUp ? resetAfterMs(headers['ratelimit-reset'], now) : null;
}

/** `ratelimit-reset` is the date at which the window ends; plain seconds are read too. */
function resetAfterMs(header: string | undefined, now: Temporal.Instant): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.epochMilliseconds;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    return undefined;
  }
}
