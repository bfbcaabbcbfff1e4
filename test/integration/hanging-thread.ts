import type { RawAnswer } from '../../src/search/provider.ts';
import { packPart } from '../../src/store/packed-part.ts';
import type { PackedAnswer } from '../../src/app/reading/packed-answer.ts';

/** What a reading thread runs where an answer can keep it busy for ever: one that begins with an x. */
export function readAndPack({ body }: RawAnswer): PackedAnswer {
  while (body[0] === 'x'.charCodeAt(0));
  return { part: packPart([]), dropped: [], batches: null };
}
