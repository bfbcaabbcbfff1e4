import type { Offer } from '../domain/offer.ts';
import { AnswerItems, ListedReference, ListInText, type OfferReference } from '../domain/offer-reference.ts';
import { fromValues, toValues, type OfferValues } from './offer-values.ts';
import { packBytes, packText, unpackText } from './packed-text.ts';

/** A list of offers on its way from one thread to another: `head` is what is read at once, and `bytes` all of it, to be kept. */
export interface PackedPart {
  /** JSON of a Head. */
  readonly head: string;
  /** How many bytes follow; the length of the packed head; the packed head; the packed references. Lengths are little-endian. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Head {
  readonly offers: OfferValues;
  readonly references: Places;
}

/** Where the references of the offers are found in the text of all of them. */
interface Places {
  /** The name of the list in that text; null where the text is the list. */
  readonly name: string | null;
  /** The places in it, offer by offer; null where they stand in order. */
  readonly at: readonly number[] | null;
}

/** Offers that another version of Windrose has packed. */
export class OtherFormatError extends Error {
  constructor() {
    super('these offers were packed by another version');
    this.name = 'OtherFormatError';
  }
}

const lengthBytes = 4;
const headStart = 2 * lengthBytes;

/** References lie by themselves, since they are most of a list and needed for the one offer that is taken. */
export function packPart(offers: readonly Offer[]): PackedPart {
  const { places, packed: references } = gatherReferences(offers.map(({ reference }) => reference));
  const head = JSON.stringify({ offers: toValues(offers), references: places } satisfies Head);
  const packedHead = packText(head);
  const bytes = new Uint8Array(headStart + packedHead.length + references.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length - lengthBytes, true);
  view.setUint32(lengthBytes, packedHead.length, true);
  bytes.set(packedHead, headStart);
  bytes.set(references, headStart + packedHead.length);
  return { head, bytes };
}

/** The parts that stand one after another. Throws where they are not of packPart's making. */
export function splitParts(packed: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < packed.length;) {
    const end = at + lengthBytes + lengthAt(packed, at);
    if (end > packed.length) throw new RangeError('these bytes are no packed offers');
    parts.push(packed.subarray(at, end));
    at = end;
  }
  return parts;
}

/** The offers of a part whose bytes are kept. Throws where they are not of packPart's making. */
export const unpackPart = (bytes: Uint8Array): Offer[] =>
  offersOf(unpackText(bytes.subarray(headStart, headEnd(bytes))), bytes);

/** The offers of a part of which the head is at hand. */
export function offersOf(head: string, bytes: Uint8Array): Offer[] {
  const { offers, references } = JSON.parse(head) as Partial<Head>;
  if (!offers || !references) throw new OtherFormatError();
  const list = new PackedReferences(bytes, references.name);
  return fromValues(offers, (place) => new ListedReference(list, references.at?.[place] ?? place));
}

/** Those that stand in one answer are kept as that answer, which is there already, and others written one after another. */
function gatherReferences(references: readonly OfferReference[]): { places: Places; packed: Uint8Array } {
  const answer = answerOf(references);
  if (!answer) {
    const values = references.map(({ value }) => value);
    return { places: { name: null, at: null }, packed: packText(JSON.stringify(values)) };
  }
  const inOrder = answer.at.every((place, index) => place === index);
  return {
    places: { name: answer.items.name, at: inOrder ? null : answer.at },
    packed: packBytes(answer.items.body),
  };
}

/** The answer that holds all of the references, and their places in it. */
function answerOf(references: readonly OfferReference[]): { items: AnswerItems; at: number[] } | null {
  const at: number[] = [];
  let items: AnswerItems | null = null;
  for (const reference of references) {
    if (!(reference instanceof ListedReference && reference.list instanceof AnswerItems)) return null;
    if (items && reference.list !== items) return null;
    items = reference.list;
    at.push(reference.index);
  }
  return items && { items, at };
}

const headEnd = (bytes: Uint8Array): number => headStart + lengthAt(bytes, lengthBytes);

const lengthAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);

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
