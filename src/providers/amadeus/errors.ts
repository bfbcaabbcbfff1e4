import { ProviderError, type FailureReason, type HttpResponse } from '../../search/provider.ts';
import { AmadeusErrors } from './schema.ts';

interface Meaning {
  readonly reason: FailureReason;
  readonly retryable: boolean;
  readonly blame: ProviderError['blame'];
}

const ours: Meaning = { reason: 'error', retryable: false, blame: 'ours' };
const theirs: Meaning = { reason: 'error', retryable: true, blame: 'theirs' };
const badKey: Meaning = { reason: 'unauthorized', retryable: false, blame: 'ours' };
const limited: Meaning = { reason: 'rate_limited', retryable: true, blame: 'nobody' };
/** The quota of the month: no other attempt of this search finds more of it. */
const usedUp: Meaning = { ...limited, retryable: false };

/** Amadeus error codes, from its guide to common errors. */
const meanings: Readonly<Record<number, Meaning>> = {
  38187: badKey,
  38190: badKey,
  38191: badKey,
  38192: badKey,
  38193: badKey,
  38197: badKey,
  39683: badKey,
  39686: badKey,
  38194: limited,
  38195: usedUp,
  141: theirs,
  38189: theirs,
};

interface Told {
  readonly code: number | null;
  readonly title: string;
  readonly detail: string;
}

function errorsIn(body: Uint8Array): Told[] {
  const parsed = AmadeusErrors.safeParse(parseJson(body));
  if (!parsed.success) return [];
  return parsed.data.errors.map(({ code = null, title = '', detail = '' }) => ({ code, title, detail }));
}

/** Segment sell failure: the airline refuses the seats. */
const sellFailure = 34651;
/** Invalid data received: in most cases a mistake in what was sent. */
const invalidData = 4926;

/** Whether a failed price check says that seats or fare are gone. A fare that is sold no more is “invalid data”, as a bad field is: only the detail tells them apart. */
export const saysSoldOut = (response: HttpResponse): boolean =>
  errorsIn(response.body).some(
    ({ code, detail }) =>
      code === sellFailure || (code === invalidData && /^no fares? applicable\b/i.test(detail)),
  );

/** Their answer to a failed call as our error; the body may be JSON in two shapes, HTML from a gateway, or nothing. */
export function parseError(response: HttpResponse, now: Temporal.Instant): ProviderError {
  const [first] = errorsIn(response.body);
  const meaning = meanings[first?.code ?? 0] ?? meaningOfStatus(response.status);
  const message = `Amadeus answered ${response.status}${first ? `: ${first.code ?? '-'} ${first.title}` : ''}`;
  return new ProviderError(meaning.reason, message, {
    retryable: meaning.retryable,
    blame: meaning.blame,
    retryAfterMs: retryAfterMs(response, now),
  });
}

function meaningOfStatus(status: number): Meaning {
  if (status === 401 || status === 403) return badKey;
  if (status === 429) return limited;
  return status >= 500 ? theirs : ours;
}

/** `retry-after` is seconds or a date, as in RFC 9110. */
function retryAfterMs({ headers }: HttpResponse, now: Temporal.Instant): number | null {
  const header = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const untilMs = Date.parse(header);
  // A bare or negative number is a year to Date.parse.
  return /^[A-Za-z]{3}/.test(header) && Number.isFinite(untilMs)
    ? Math.max(0, untilMs - now.epochMilliseconds)
    : null;
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    return undefined;
  }
}
