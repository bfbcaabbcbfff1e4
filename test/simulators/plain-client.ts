import type { HttpClient } from '../../src/search/provider.ts';

/** The plainest way to a simulator, without pools or limits. */
export const plainClient =
  (url: string, signal: AbortSignal): HttpClient =>
  async ({ method, path, headers, body, signal: own }) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers },
      body: body ?? null,
      signal: own ?? signal,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.bytes(),
    };
  };
