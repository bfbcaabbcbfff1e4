import type { Trip } from '../../../src/contract/trip.ts';
import { isWhole } from './is-whole.ts';

const prefix = '#trip=';

/** A link that holds the trip and nothing of the conversation. It stands in the fragment, which a browser does not send to any server. */
export const shareLink = (trip: Trip, page: string): string =>
  `${page.split('#')[0] ?? ''}${prefix}${encode(JSON.stringify(trip))}`;

export const isShareLink = (hash: string): boolean => hash.startsWith(prefix);

/** The trip in a link; null where it cannot be read. Links are old, cut off or made up: the contract itself decides, and comes with the first link. */
export async function readShareLink(hash: string): Promise<Trip | null> {
  const { Trip: schema } = await import('../../../src/contract/trip.ts');
  try {
    const { data: trip } = schema.safeParse(JSON.parse(decode(hash.slice(prefix.length))));
    // Only what was searched is shared.
    return trip && isWhole(trip) ? trip : null;
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
