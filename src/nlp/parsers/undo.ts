import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const undo = new Pattern(
  /^(?:(?:oh|no|ok|okay|actually|sorry|please|wait|hmm+|never ?mind|can you|could you)[,.!]? ){0,3}(?:(?:undo|revert|reverse)(?: (?:it|that|this|the (?:last|previous) (?:change|one|step)|my last (?:change|message)))?|(?:go|change|switch|turn|set|put|bring)(?: (?:it|that|this|everything))? back(?: to (?:what (?:it was|we had|i had)|how it was|before|the (?:previous|last|earlier|original|other|first) (?:search|one|trip|dates?|results?|version|flights?|list|options?))(?: before)?)?|(?:take|roll) (?:that|it|this|the last (?:one|change)) back|(?:drop|remove|lose|lift|skip|delete) (?:that|the last (?:one|change|filter|wish))(?: (?:again|filter|wish|limit))?|take (?:that|the last one) off(?: again)?|as (?:it was |we had it )?before|(?:that|it) was better before)(?: please)?[.!?]?$/,
);

/** Whether a message takes the last change of the trip back. */
export const isUndo = (passage: Passage): boolean => undo.test(passage);
