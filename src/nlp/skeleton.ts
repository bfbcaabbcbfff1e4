import type { Span } from './span.ts';

/** The letters that stand for a mention in a skeleton; private-use characters, which no normalised message contains. */
export const marks = { place: '\uE000', date: '\uE001', airline: '\uE002' } as const;
export type MarkKind = keyof typeof marks;

/** A stretch of the message read as one thing, to be replaced by its mark. */
export interface Mention<Value = unknown> extends Span<Value> {
  readonly kind: MarkKind;
}

/**
 * The message in lower case with every mention shrunk to one mark: "fly from ◆ to ◆ on ◇". What remains is the grammar around them, so
 * that "leaving ◆ for ◆" is one pattern for every two cities, and no word inside a name is mistaken for a request.
 */
export interface Skeleton {
  readonly text: string;
  /** Mentions in order, with the position of their mark in `text`. */
  readonly mentions: readonly { readonly at: number; readonly mention: Mention }[];
  /** Offset into the normalised message of a position in `text`. */
  offsetAt(position: number): number;
}

/** Overlapping mentions: the longer one stands, and of equally long ones the one given first. */
export function keepApart<Value>(mentions: readonly Mention<Value>[]): Mention<Value>[] {
  const byLength = [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mention<Value>[] = [];
  for (const mention of byLength) {
    if (kept.every((other) => mention.end <= other.start || mention.start >= other.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** `mentions` in order and apart from each other. */
export function skeletonOf(normalised: string, mentions: readonly Mention[]): Skeleton {
  const lower = normalised.toLowerCase();
  const placed: { at: number; mention: Mention }[] = [];
  let text = '';
  let read = 0;
  for (const mention of mentions) {
    text += lower.slice(read, mention.start);
    placed.push({ at: text.length, mention });
    text += marks[mention.kind];
    read = mention.end;
  }
  text += lower.slice(read);
  return {
    text,
    mentions: placed,
    offsetAt(position) {
      let shift = 0;
      for (const { at, mention } of placed) {
        if (at >= position) break;
        shift += mention.end - mention.start - 1;
      }
      return position + shift;
    },
  };
}
