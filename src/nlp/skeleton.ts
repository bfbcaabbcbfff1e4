/** The letters that stand for a mention in a skeleton; private-use characters, which no normalised message contains. */
export const marks = { place: '\uE000', date: '\uE001', airline: '\uE002' } as const;
export type MarkKind = keyof typeof marks;

/** A stretch of the message read as one thing, to be replaced by its mark; `end` exclusive. */
export interface Mention {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The message in lower case with every mention shrunk to one mark: "fly from ◆ to ◆ on ◇". What remains is the grammar around them, so
 * that "leaving ◆ for ◆" is one pattern for every two cities, and no word inside a name is mistaken for a request.
 */
export interface Skeleton {
  readonly text: string;
  /** Where the mark of each mention stands in `text`. */
  readonly markedAt: readonly number[];
}

/** `lower` is the message in lower case; mentions are in order and apart from each other. */
export function skeletonOf(lower: string, mentions: readonly Mention[]): Skeleton {
  const markedAt: number[] = [];
  let text = '';
  let read = 0;
  for (const { kind, start, end } of mentions) {
    text += lower.slice(read, start);
    markedAt.push(text.length);
    text += marks[kind];
    read = end;
  }
  return { text: text + lower.slice(read), markedAt };
}
