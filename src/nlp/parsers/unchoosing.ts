import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** What somebody says who has just chosen and changes their mind, and says nothing else. */
const secondThought = new Pattern(
  /^(?:(?:ok|okay|oh|oops|hmm+|well|sorry|please|actually|ah|no|wait|so)[,.!]? ){0,3}(?:cancel|(?:scrap|forget|cancel|drop|scratch|leave)(?: about)? (?:it|that|this)|never ?mind|wait,? no(?: wait)?|no,? wait|(?:actually,? )?no(?:t that| not that)(?: one)?|i(?:'ve| have)? changed my mind|changed my mind)(?: please| again)?[.!]*$/,
);
const unchoosing = new Pattern(
  /\b(?:un-?choose|un-?select|de-?select|un-?pick)\b|\b(?:cancel|undo|clear|drop|remove|forget|reset|take back|revoke|withdraw|scrap|discard) (?:my |the |that |this |our )?(?:choice|selection|pick)\b|\b(?:don't|do not|dont) (?:choose|select|pick|keep|book|take) (?:it|that|this|any|anything|that one|this one)\b|\b(?:i )?(?:no longer|don't) want (?:it|that one|this one|that flight|this flight)(?: any ?more)?[.!]?$|\bnot (?:that|this) one after all\b/,
);

/** Whether a message takes back what was chosen. */
export const isUnchoosing = (passage: Passage): boolean =>
  unchoosing.test(passage) || secondThought.test(passage);
