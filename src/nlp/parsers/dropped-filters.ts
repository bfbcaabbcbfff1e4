import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const drop =
  '(?:drop|remove|clear|reset|delete|lift|forget(?: about)?|lose|cancel|ignore|scrap|undo|take off|turn off|get rid of|without|no)';
const limit = '(?:filter|restriction|limit|condition|constraint|limitation|requirement)';
const all = new Pattern(
  `\\b${drop} (?:(?:all|every|any|each) )?(?:of )?(?:(?:the|my|these|those|your) )?(?:(?:other|search) )?${limit}s\\b`,
);
const one = new Pattern(`\\b${drop} (?:the |that |this |my )(?:(?:last|latest|new) )?${limit}\\b`);

/** "Remove all filters" and "drop that filter", which do not say which; null where a message says neither. */
export const readDroppedFilters = (passage: Passage): 'all' | 'one' | null =>
  all.test(passage) ? 'all' : one.test(passage) ? 'one' : null;
