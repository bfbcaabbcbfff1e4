import type { Trip } from '../../../src/contract/trip.ts';

const prefix = '#trip=';

/** A link that holds the trip and nothing of the conversation. It stands in the fragment, which a browser does not send to any server. */
export const shareLink = (trip: Trip, page: string): string =>
  `${page.split('#')[0] ?? ''}${prefix}${encode(JSON.stringify(trip))}`;

/** The trip in a link; null where there is none or it is not readable. The server validates it. */
export function tripFromHash(hash: string): Trip | null {
  if (!hash.startsWith(prefix)) return null;
  try {
    const trip = JSON.parse(decode(hash.slice(prefix.length))) as Trip | null;
    return trip && Array.isArray(trip.legs) && trip.legs.length > 0 ? trip : null;
  } catch {
    return null;
  }
}

const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const decode = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
  );
