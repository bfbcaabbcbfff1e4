import type { Offer } from '../domain/offer.ts';
import { offersOf, packPart, splitParts, unpackPart, type PackedPart } from './packed-part.ts';

/** Lists of offers as bytes. */
export interface OfferPacker {
  pack(offers: readonly Offer[]): Uint8Array;
  /** The inverse of `pack`. Throws where the bytes are not of its making. */
  unpack(packed: Uint8Array): readonly Offer[];
  /** The offers of a list that another thread has packed. */
  take(part: PackedPart): readonly Offer[];
}

/**
 * Packs every list once: the list that a source answered with is kept by the cache and by each conversation that was shown it, and a
 * conversation is saved again with every message about it. Lists are recognised by identity, as they never change, also where several
 * stand one after another in a list of all sources: that one is made of their bytes, and the list of one source is its bytes.
 */
export function createOfferPacker(): OfferPacker {
  const known = new WeakMap<readonly Offer[], Uint8Array>();
  /** Parts by their first offer. */
  const parts = new WeakMap<Offer, { readonly offers: readonly Offer[]; readonly bytes: Uint8Array }>();

  function remember(offers: readonly Offer[], bytes: Uint8Array): void {
    const [first] = offers;
    if (first) parts.set(first, { offers, bytes });
  }

  function partsOf(offers: readonly Offer[]): Uint8Array[] {
    const found: Uint8Array[] = [];
    let others: Offer[] = [];
    const packOthers = () => {
      if (others.length === 0) return;
      const { bytes } = packPart(others);
      remember(others, bytes);
      found.push(bytes);
      others = [];
    };
    let at = 0;
    for (let offer = offers[at]; offer; offer = offers[at]) {
      const part = parts.get(offer);
      if (part && standsAt(part.offers, offers, at)) {
        packOthers();
        found.push(part.bytes);
        at += part.offers.length;
      } else {
        others.push(offer);
        at += 1;
      }
    }
    packOthers();
    return found;
  }

  return {
    pack(offers) {
      let packed = known.get(offers);
      if (!packed) {
        packed = join(partsOf(offers));
        known.set(offers, packed);
      }
      return packed;
    },
    unpack(packed) {
      const lists = splitParts(packed).map((bytes) => {
        const offers = unpackPart(bytes);
        remember(offers, bytes);
        return offers;
      });
      const [only, ...others] = lists;
      const offers = only && others.length === 0 ? only : lists.flat();
      known.set(offers, packed);
      return offers;
    },
    take({ head, bytes }) {
      const offers = offersOf(head, bytes);
      remember(offers, bytes);
      return offers;
    },
  };
}

function standsAt(part: readonly Offer[], offers: readonly Offer[], at: number): boolean {
  for (const [index, offer] of part.entries()) if (offers[at + index] !== offer) return false;
  return true;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : Buffer.concat(parts);
}
