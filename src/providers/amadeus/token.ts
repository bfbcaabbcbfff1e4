import { untilAborted } from '../../resilience/until-aborted.ts';
import { ProviderError, type HttpClient, type ProviderContext } from '../../search/provider.ts';
import { parseError, parseJson } from './errors.ts';
import { AmadeusToken } from './schema.ts';

export interface AmadeusCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An access token that every call of this process shares. */
export interface TokenSource {
  /** The current token, or a new one where there is none or it ends within a minute. */
  get(context: Pick<ProviderContext, 'http' | 'now' | 'signal'>): Promise<string>;
  /** Forgets a token that was refused, unless a newer one is already there. */
  drop(token: string): void;
}

const refreshBeforeEndMs = 60_000;
const tokenDeadlineMs = 10_000;

/** OAuth 2.0 client credentials. Callers that come while a token is fetched wait for that one; one who gives up does not stop it. */
export function createTokenSource(credentials: AmadeusCredentials): TokenSource {
  let current: { token: string; endsAtMs: number } | null = null;
  let pending: Promise<string> | null = null;

  async function fetchToken(http: HttpClient, now: Temporal.Instant): Promise<string> {
    const response = await http({
      method: 'POST',
      path: '/v1/security/oauth2/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
      }).toString(),
      signal: AbortSignal.timeout(tokenDeadlineMs),
    });
    if (response.status !== 200) throw parseError(response, now);
    const reply = AmadeusToken.safeParse(parseJson(response.body));
    if (!reply.success) throw new ProviderError('error', 'Amadeus sent a token answer without a token');
    current = {
      token: reply.data.access_token,
      endsAtMs: now.epochMilliseconds + reply.data.expires_in * 1000,
    };
    return current.token;
  }

  function begin(http: HttpClient, now: Temporal.Instant): Promise<string> {
    const fetching = fetchToken(http, now).finally(() => (pending = null));
    // All who wait may have gone by the time that it fails.
    fetching.catch(() => undefined);
    return fetching;
  }

  return {
    async get({ http, now, signal }) {
      if (current && current.endsAtMs - refreshBeforeEndMs > now.epochMilliseconds) return current.token;
      signal.throwIfAborted();
      pending ??= begin(http, now);
      return untilAborted(pending, signal);
    },
    drop(token) {
      if (current?.token === token) current = null;
    },
  };
}
