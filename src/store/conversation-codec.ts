import type { Conversation } from '../domain/conversation.ts';
import { noFilters, type Trip } from '../domain/trip.ts';
import type { OfferPacker } from './offer-packer.ts';
import { OtherFormatError } from './packed-part.ts';
import { packText, unpackText } from './packed-text.ts';
import type { StateCodec } from './state-codec.ts';

const lengthBytes = 4;

/** A conversation of an older version may lack filters that have come since. */
function readTurn(text: string): Conversation {
  const conversation = JSON.parse(text) as Conversation;
  const { trip, previous } = conversation;
  return {
    ...conversation,
    ...(trip && { trip: withAllFilters(trip) }),
    ...(previous && { previous: withAllFilters(previous) }),
  };
}

const withAllFilters = (trip: Trip): Trip => ({ ...trip, filters: { ...noFilters, ...trip.filters } });

/**
 * A conversation in two parts: what every turn changes, and behind it the offers that it holds, most of its size, which stay the same from
 * one search to the next. The length of the first part stands before both, little-endian.
 */
export function createConversationCodec(offers: OfferPacker): StateCodec<Conversation> {
  return {
    pack(conversation) {
      const { held } = conversation;
      const turn = packText(
        JSON.stringify(held ? { ...conversation, held: { ...held, offers: [] } } : conversation),
      );
      const list = held ? offers.pack(held.offers) : new Uint8Array();
      const whole = Buffer.allocUnsafeSlow(lengthBytes + turn.length + list.length);
      whole.writeUInt32LE(turn.length);
      whole.set(turn, lengthBytes);
      whole.set(list, lengthBytes + turn.length);
      return whole;
    },
    unpack(packed) {
      const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
      const end = lengthBytes + view.getUint32(0, true);
      const conversation = readTurn(unpackText(packed.subarray(lengthBytes, end)));
      const { held } = conversation;
      if (!held) return conversation;
      try {
        // A copy, so that the list does not hold on to the bytes of the whole conversation.
        return { ...conversation, held: { ...held, offers: offers.unpack(packed.slice(end)) } };
      } catch (error) {
        if (!(error instanceof OtherFormatError)) throw error;
        // Offers live for minutes: whoever goes on after a change of version is searched for again.
        return { ...conversation, held: null };
      }
    },
  };
}
