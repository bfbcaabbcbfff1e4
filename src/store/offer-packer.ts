import type { Offer } from '../domain/offer.ts';
import { packText, unpackText } from './packed-text.ts';

/** Lists of offers as bytes. */
export interface OfferPacker {
  pack(offers: readonly Offer[]): Uint8Array;
  unpack(packed: Uint8Array): readonly Offer[];
}

/**
 * Packs every list once: the list that a source answered with is kept by the cache and by each conversation that was shown it, and a
 * conversation is saved again with every message about it. Lists are recognised by identity, as they never change.
 */
export function createOfferPacker(): OfferPacker {
  const known = new WeakMap<readonly Offer[], Uint8Array>();
  return {
    pack(offers) {
      let packed = known.get(offers);
      if (!packed) {
        packed = packText(JSON.stringify(offers));
        known.set(offers, packed);
      }
      return packed;
    },
    unpack(packed) {
      const offers = JSON.parse(unpackText(packed)) as readonly Offer[];
      known.set(offers, packed);
      return offers;
    },
  };
}
