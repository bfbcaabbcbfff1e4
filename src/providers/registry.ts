import type { Airports } from '../domain/reference/airports.ts';
import type { Provider } from '../search/provider.ts';
import { createAmadeusProvider } from './amadeus/index.ts';
import { createDuffelProvider } from './duffel/index.ts';

/** A source that is configured, and where it stands. */
export interface RegisteredProvider {
  readonly provider: Provider;
  readonly baseUrl: string;
  /** Calls started per second; null for no limit of ours. */
  readonly perSecond: number | null;
}

export interface ProviderSettings {
  readonly amadeus: {
    baseUrl: string;
    clientId: string;
    clientSecret: string;
    perSecond: number | null;
  } | null;
  readonly duffel: { baseUrl: string; accessToken: string } | null;
}

/** The sources that have keys. */
export function registerProviders(
  { amadeus, duffel }: ProviderSettings,
  airports: Airports,
): RegisteredProvider[] {
  const registered: RegisteredProvider[] = [];
  if (amadeus) {
    const { baseUrl, perSecond, ...credentials } = amadeus;
    registered.push({ provider: createAmadeusProvider({ credentials, airports }), baseUrl, perSecond });
  }
  if (duffel)
    registered.push({
      provider: createDuffelProvider({ accessToken: duffel.accessToken, airports }),
      baseUrl: duffel.baseUrl,
      perSecond: null,
    });
  return registered;
}
