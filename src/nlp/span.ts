/** A stretch of the message that a parser has read: offsets into the normalised text, `end` exclusive. */
export interface Span<Value> {
  readonly start: number;
  readonly end: number;
  /** The words as written. */
  readonly text: string;
  readonly value: Value;
}
