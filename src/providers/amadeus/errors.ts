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
  38195: limited,
  141: theirs,
  38189: theirs,
};

/** Codes by which a price check says that the seats or the fare are gone: segment sell failure, no fare applicable. */
const soldOutCodes: ReadonlySet<number> = new Set([34651, 4926]);

export function errorCodesOf(body: Uint8Array): { code: number | null; title: string }[] {
  const parsed = AmadeusErrors.safeParse(parseJson(body));
  if (!parsed.success) return [];
  return parsed.data.errors.map(({ code, title }) => ({ code: code ?? null, title: title ?? '' }));
}

export const saysSoldOut = (response: HttpResponse): boolean =>
  errorCodesOf(response.body).some(({ code }) => code !== null && soldOutCodes.has(code));

/** Their answer to a failed call as our error; the body may be JSON in two shapes, HTML from a gateway, or nothing. */
export function parseError(response: HttpResponse): ProviderError {
  const [first] = errorCodesOf(response.body);
  const meaning = meanings[first?.code ?? 0] ?? meaningOfStatus(response.status);
  const message = `Amadeus answered ${response.status}${first ? `: ${first.code ?? '-'} ${first.title}` : ''}`;
  return new ProviderError(meaning.reason, message, {
    retryable: meaning.retryable,
    blame: meaning.blame,
    retryAfterMs: retryAfterMs(response),
  });
}

function meaningOfStatus(status: number): Meaning {
  if (status === 401 || status === 403) return badKey;
  if (status === 429) return limited;
  return status >= 500 ? theirs : ours;
}

function retryAfterMs({ headers }: HttpResponse): number | null {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
  } catch {
    return undefined;
  }
}
