import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../domain/offer.ts';
import { AnswerItems, ListedReference } from '../domain/offer-reference.ts';
import { arbitraryOffers } from '../ranking/arbitrary-offer.ts';
import { createOfferPacker } from './offer-packer.ts';
import { packPart } from './packed-part.ts';

/** As JSON has them, references looked up. */
const plain = (offers: readonly Offer[]): unknown => JSON.parse(JSON.stringify(offers));

const offers = (count: number, seed: number): readonly Offer[] =>
  fc
    .sample(arbitraryOffers(1), { numRuns: count, seed })
    .flat()
    .slice(0, count)
    .map((offer, index) => ({ ...offer, id: `${seed}:${index}` }));

/** Offers whose references are the items of a source's answer, from the place `from` on. */
function fromAnswer(count: number, from = 0): readonly Offer[] {
  const items = Array.from({ length: from + count }, (_, index) => ({ sent: 'Zürich', number: index }));
  const answer = new AnswerItems(
    Buffer.from(JSON.stringify({ meta: { count: items.length }, data: items })),
    'data',
  );
  return offers(count, 3).map((offer, index) => ({
    ...offer,
    reference: new ListedReference(answer, from + index),
  }));
}

/** How often a text stands in the bytes. */
const occurrences = (bytes: Uint8Array, part: Uint8Array): number => {
  const whole = Buffer.from(bytes);
  let found = 0;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) found += 1;
  return found;
};

describe('packed offers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(arbitraryOffers(2), (list) => {
        const packed = createOfferPacker().pack(list);
        expect(plain(createOfferPacker().unpack(packed))).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });

  it('are nothing where there are none', () => {
    const packed = createOfferPacker().pack([]);
    expect(packed).toHaveLength(0);
    expect(createOfferPacker().unpack(packed)).toEqual([]);
  });

  it.each([
    ['all of it', 0],
    ['a part of it', 4],
  ])('know what of an answer is theirs: %s', (_name, from) => {
    const list = fromAnswer(12, from);
    const read = createOfferPacker().unpack(createOfferPacker().pack(list));
    expect(plain(read)).toEqual(plain(list));
    expect(read[11]?.reference.value).toEqual({ sent: 'Zürich', number: from + 11 });
  });

  it('are packed once, also in the list of several sources and after a way through the store', () => {
    const packer = createOfferPacker();
    const [one, two] = [fromAnswer(20), offers(15, 2)];
    const parts = [packer.pack(one), packer.pack(two)] as const;
    const together = packer.pack([...one, ...two]);
    expect(together).toEqual(Buffer.concat(parts));
    const read = packer.unpack(together);
    expect(plain(read)).toEqual(plain([...one, ...two]));
    expect(packer.pack(read)).toBe(together);
    expect(occurrences(packer.pack([...read, ...offers(5, 4)]), together)).toBe(1);
  });

  it('are packed anew where a list has lost some of its offers or mixes several', () => {
    const packer = createOfferPacker();
    const [one, two] = [fromAnswer(20), fromAnswer(15)];
    packer.pack(one);
    packer.pack(two);
    const mixed = [...one.slice(0, 10), ...two, ...one.slice(12)];
    expect(plain(packer.unpack(packer.pack(mixed)))).toEqual(plain(mixed));
  });

  it('are taken from another thread with their bytes', () => {
    const packer = createOfferPacker();
    const list = fromAnswer(20);
    const part = structuredClone(packPart(list));
    const taken = packer.take(part);
    expect(plain(taken)).toEqual(plain(list));
    expect(occurrences(packer.pack(taken), part.bytes)).toBe(1);
  });

  it('are not read from bytes that are none', () => {
    const packed = createOfferPacker().pack(offers(3, 1));
    expect(() => createOfferPacker().unpack(packed.subarray(0, -1))).toThrow();
    expect(() => createOfferPacker().unpack(Buffer.from('{"a":1}'))).toThrow();
  });
});
