import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

const P = marks.place;
const change = '(?:lay ?over|stop ?over|stop|connection|connecting flight|transfer|change)s?';

/** The words before a place where planes are changed. */
export const viaWords = `via|through|by way of|(?:connect(?:s|ing)?|(?:change|changing|switch|switching)(?: planes| flights)?|transfer(?:s|r?ing)?|transit(?:s|ing)?|stop(?:s|ping)?(?: over)?|lay(?:ing)? over)(?: somewhere| only| just)? (?:in|at|via|through)|${change}(?: over| of planes?)?(?: (?:is|are|should be|must be|to be))?(?: only| just)? (?:in|at|via|through)|(?:lay ?over|stop ?over|connection|connecting)(?: city| airport| point)?(?::| (?:is|being|should be|must be))`;

/** "◆ layover", "a ◆ stopover", but not the first of "◆ stop in ◆". */
export const ownChange = new Pattern(
  /^(?: |-)(?:lay ?overs?|stopovers?|connections?|transfers?|stops?)\b(?! (?:in|at|over|or|and|under|longer|shorter)\b)/,
);

const isFine = new Pattern(
  `^(?:(?:,|,? or|,? and) ${P}){0,3}(?: airport| ${change})?(?:(?:,? (?:is|would be|will be|are)|'s)(?: (?:also|still|totally|perfectly|quite|absolutely))? (?:ok|okay|fine|alright|all right|good|acceptable|no problem|not a problem|possible|allowed|welcome)| (?:works?|will do)| if (?:needed|necessary|need be|it helps|that helps|it is cheaper|it's cheaper|(?:i|we) (?:have|need|must)))\\b`,
);
const welcoming = new Pattern(
  `\\b(?:(?:ok|okay|fine|happy|cool|good|alright) (?:with|to|about)|(?:don't|do not|dont|wouldn't|would not) (?:really )?mind|open to|no (?:problem|objections?) (?:with|to)|(?:can|could|may) also)(?: (?:a|an|the|go|going|fly|flying|one|short|long)){0,3} (?:(?:${viaWords}) )?(?:the )?$`,
);
const needless = new Pattern(
  `\\b(?:doesn't|does not|doesnt|don't|do not|dont|needn't|need not|no need|not necessarily|not necessary|no longer)(?: (?:need|needs|have|it|to|be|go|fly|a|the|for|necessarily)){0,5} (?:${viaWords}) (?:the )?$`,
);
const wanted = new Pattern(`(?:^|[^a-z])(?:${viaWords}) ?(?:the )?$`);

/** "A layover in ◆ would be fine": what is said around a place allows a change of planes there and asks for none. */
export const isPermitted = (lead: Passage, rest: Passage): boolean =>
  (isFine.test(rest) && (wanted.test(lead) || ownChange.test(rest))) ||
  isNeedless(lead) ||
  isWelcome(lead, rest);

const refusing = new RegExp(
  `(?:\\b(?:no|(?<!why )not|never|without|avoid(?:ing)?|refuse|hate|cannot|dont|cant|wont)|n't(?! (?:i|we|you|it|there|they) ))(?:(?! (?:but|and|so|or|then|because|mind|care|matter|have to|need to|problem|issue|only|just|direct|non-?stop) |[,.;:!?\ue000-\ue002]).){0,30}$`,
);
const viaBehind = new Pattern(`(?:^|[^a-z])(?:${viaWords}) ?(?:the )?$`);

/** "Don't send me via ◆", "I refuse to transit through ◆": there, of all places, planes are not changed. */
export function isChangeRefused(lead: Passage): boolean {
  const at = viaBehind.exec(lead)?.index ?? -1;
  return at >= 0 && refusing.test(` ${lead.text.slice(0, at + 1)}`);
}

/** "A ◆ layover is a no". */
export const isRefusedBehind = new Pattern(
  `^(?: |-)${change},? (?:is|are|would be|'s) (?:an? no(?:-?go)?\\b|out of the question|not (?:ok|okay|possible|acceptable|an option)|unacceptable|too )`,
);

/** "It doesn't have to be via ◆". */
export const isNeedless = (lead: Passage): boolean => needless.test(lead);

const isWelcome = (lead: Passage, rest: Passage): boolean =>
  welcoming.test(lead) && (wanted.test(lead) || ownChange.test(rest));
