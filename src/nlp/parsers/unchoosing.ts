import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const unchoosing = new Pattern(
  /\b(?:un-?choose|un-?select|de-?select|un-?pick)\b|\b(?:cancel|undo|clear|drop|remove|forget|reset|take back|revoke|withdraw|scrap|discard) (?:my |the |that |this |our )?(?:choice|selection|pick)\b|\b(?:don't|do not|dont) (?:choose|select|pick|keep|book|take) (?:it|that|this|any|anything|that one|this one)\b|\b(?:i )?(?:no longer|don't) want (?:it|that one|this one|that flight|this flight)(?: any ?more)?[.!]?$|\bnot (?:that|this) one after all\b/,
);

/** Whether a message takes back what was chosen. */
export const isUnchoosing = (passage: Passage): boolean => unchoosing.test(passage);
