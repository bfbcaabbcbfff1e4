import type { Offer } from '../domain/offer.ts';
import { AnswerItems, ListedReference, ListInText, type OfferReference } from '../domain/offer-reference.ts';
import { fromRow, toRow, type OfferRow } from './offer-rows.ts';
import { packText, unpackText } from './packed-text.ts';

/** A list of offers on its way from one thread to another: `head` is what is read at once, and `bytes` all of it, to be kept. */
export interface PackedPart {
  /** JSON of a Head. */
  readonly head: string;
  /** The length of the packed head, little-endian; the packed head; the packed references. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Head {
  readonly rows: readonly OfferRow[];
  readonly references: Places;
}

/** Where the references of the offers are found in the text of all of them. */
interface Places {
  /** The name of the list in that text; null where the text is the list. */
  readonly name: string | null;
  /** The places in it, offer by offer; null where they stand in order. */
  readonly at: readonly number[] | null;
}

const lengthBytes = 4;

/** References lie by themselves, since they are most of a list and needed for the one offer that is taken. */
export function packPart(offers: readonly Offer[]): PackedPart {
  const { places, text } = gatherReferences(offers.map(({ reference }) => reference));
  const head = JSON.stringify({ rows: offers.map(toRow), references: places } satisfies Head);
  const packedHead = packText(head);
  const references = packText(text);
  const bytes = new Uint8Array(lengthBytes + packedHead.length + references.length);
  new DataView(bytes.buffer).setUint32(0, packedHead.length, true);
  bytes.set(packedHead, lengthBytes);
  bytes.set(references, lengthBytes + packedHead.length);
  return { head, bytes };
}

/** The offers of a part whose bytes are kept. Throws where they are not of packPart's making. */
export const unpackPart = (bytes: Uint8Array): Offer[] =>
  offersOf(unpackText(bytes.subarray(lengthBytes, headEnd(bytes))), bytes);

/** The offers of a part of which the head is at hand. */
export function offersOf(head: string, bytes: Uint8Array): Offer[] {
  const { rows, references } = JSON.parse(head) as Head;
  const list = new PackedReferences(bytes, references.name);
  return rows.map((row, index) => fromRow(row, new ListedReference(list, references.at?.[index] ?? index)));
}

/** Those that stand in one answer are kept as that answer, which is there already, and others written one after another. */
function gatherReferences(references: readonly OfferReference[]): { places: Places; text: string } {
  const [first] = references;
  const items = first instanceof ListedReference && first.list instanceof AnswerItems ? first.list : null;
  const at: number[] = [];
  for (const reference of references) {
    if (!items || !(reference instanceof ListedReference) || reference.list !== items) {
      const values = references.map(({ value }) => value);
      return { places: { name: null, at: null }, text: JSON.stringify(values) };
    }
    at.push(reference.index);
  }
  const inOrder = at.every((place, index) => place === index);
  return items
    ? { places: { name: items.name, at: inOrder ? null : at }, text: items.text }
    : { places: { name: null, at: null }, text: '[]' };
}

const headEnd = (bytes: Uint8Array): number =>
  lengthBytes + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);

class PackedReferences extends ListInText {
  readonly name: string | null;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, name: string | null) {
    super();
    this.name = name;
    this.bytes = bytes;
  }

  readText(): string {
    return unpackText(this.bytes.subarray(headEnd(this.bytes)));
  }
}
