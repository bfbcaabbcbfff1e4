import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newConversation, withLines, type Conversation } from '../domain/conversation.ts';
import type { Offer } from '../domain/offer.ts';
import { emptyTrip, noFilters } from '../domain/trip.ts';
import { arbitraryOffers } from '../ranking/arbitrary-offer.ts';
import { createConversationCodec } from './conversation-codec.ts';
import { createOfferPacker } from './offer-packer.ts';
import { packText } from './packed-text.ts';

const offers = (count: number): readonly Offer[] =>
  fc.sample(arbitraryOffers(2), { numRuns: count, seed: 7 }).flat().slice(0, count);

const conversation = (held: readonly Offer[] | null): Conversation => ({
  ...withLines(newConversation('de-DE', 'EUR', 'Europe/Berlin'), {
    role: 'traveller',
    text: 'nach Köln → und zurück 🛫 '.repeat(200),
    at: '2027-01-01T12:00:00Z',
  }),
  held: held && {
    offers: held,
    searchKey: 'a',
    hints: { maxStops: 1, includeAirlines: ['TP'], excludeAirlines: [], refundableOnly: false, times: ['-'] },
    searchedAt: '2027-01-01T12:00:00Z',
    complete: true,
    waitingFor: [],
    failed: [],
  },
});

/** As JSON has it, references looked up. */
const plain = (state: Conversation): unknown => JSON.parse(JSON.stringify(state));

describe('the bytes of a conversation', () => {
  it.each([
    ['without offers', null],
    ['with none found', []],
    ['with one', offers(1)],
    ['with many', offers(60)],
  ])('give it back whole: %s', (_name, held) => {
    const before = conversation(held);
    const packed = createConversationCodec(createOfferPacker()).pack(before);
    expect(plain(createConversationCodec(createOfferPacker()).unpack(packed))).toEqual(before);
  });

  it('give filters that came with a later version their usual values', () => {
    const codec = createConversationCodec(createOfferPacker());
    const { arriveAfter: _, ...older } = noFilters;
    const before = { ...conversation(null), trip: { ...emptyTrip, filters: older as typeof noFilters } };
    expect(codec.unpack(codec.pack(before)).trip?.filters).toEqual(noFilters);
  });

  it('keep all but the offers where another version has packed them', () => {
    const before = conversation(offers(2));
    const packer = createOfferPacker();
    const packed = createConversationCodec(packer).pack(before);
    const list = packer.pack(before.held?.offers ?? []);
    const head = packText(JSON.stringify({ rows: [], references: { name: null, at: null } }));
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(4 + head.length);
    lengths.writeUInt32LE(head.length, 4);
    const older = Buffer.concat([packed.subarray(0, -list.length), lengths, head]);
    const read = createConversationCodec(createOfferPacker()).unpack(older);
    expect(plain(read)).toEqual({ ...before, held: null });
  });

  it('are read wherever they lie in a larger buffer', () => {
    const before = conversation(offers(20));
    const codec = createConversationCodec(createOfferPacker());
    const packed = codec.pack(before);
    const larger = Buffer.concat([Buffer.from('before'), packed, Buffer.from('')]);
    expect(plain(codec.unpack(larger.subarray(6)))).toEqual(before);
  });

  it('are made anew for what a turn changes only: the offers are packed once', () => {
    const packer = createOfferPacker();
    const codec = createConversationCodec(packer);
    const list = offers(20);
    const before = conversation(list);
    const packed = codec.pack(before);
    expect(packer.pack(list)).toBe(packer.pack(list));
    const read = codec.unpack(packed);
    const again = codec.pack({ ...read, currency: 'USD' });
    expect(plain(codec.unpack(again))).toEqual({ ...before, currency: 'USD' });
    const bytes = packer.pack(read.held?.offers ?? []);
    expect(Buffer.from(again).includes(bytes)).toBe(true);
    expect(packer.pack(read.held?.offers ?? [])).toBe(bytes);
  });
});
