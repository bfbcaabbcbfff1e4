import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

const choosing = '(?:pick|choose|take|select|book|buy|get|go (?:for|with))';
const which =
  '(?:which|what)(?: (?:one|flight|option|offer)s?)?(?: of (?:these|those|them|the (?:two|three)))?';

/** Who leaves the choice to us: "which would you pick", "you choose", "I can't decide". */
const advice = new Pattern(
  [
    `\\b${which} (?:would|do|should|can|could) you (?:personally |really )?(?:${choosing}|recommend|suggest|advise|prefer|like)(?! (?:for|about|on|in|at) (?:fun|dinner|lunch)\\b)`,
    `\\b${which} (?:should|shall|do|would) (?:i|we) (?:really |then )?${choosing}\\b`,
    '\\b(?:which|what)\\b[^.?!]{0,30} (?:least hassle|least trouble|least stress(?:ful)?|easiest|simplest|most convenient|most comfortable|smoothest)\\b|\\bjust (?:want|need) (?:something|anything|one|it to be|a flight that is) (?:simple|easy)[.!]*$',
    "\\bwhat would you do\\b|\\bwhat(?:'s| is| are) your (?:recommendations?|advice|suggestions?|pick|favou?rite|opinion)\\b|\\b(?:any|your) (?:recommendations?|advice|suggestions?)[?.!]*$",
    `\\b(?:you|can you|could you|please) (?:just )?(?:${choosing}|decide|recommend)(?: (?:one|it|something))?(?: (?:for|on behalf of) (?:me|us))?[?.!]*$`,
    `\\b(?:help|assist) (?:me|us) (?:to )?(?:${choosing}|decide)(?: (?:one|between (?:them|these|those)))?[?.!]*$`,
    `\\b(?:don't|do not|not sure|no idea|unsure) (?:know )?which (?:one |flight |of (?:them|these|those) )?(?:is (?:best|better|right)|to ${choosing}|(?:i|we) should ${choosing})`,
    "\\b(?:can't|cannot|can not|couldn't) (?:really )?(?:decide|choose|make up my mind)\\b|\\bsurprise me\\b|\\bup to you\\b|\\byour (?:choice|call)[?.!]*$",
    '\\b(?:what|which) do you think (?:is|are) (?:the )?best\\b|\\bwhat do you think(?: (?:about|of) (?:these|those|them))?[?.!]*$',
  ].join('|'),
);

/** Whether a message wants to be told which offer to take. "What do you recommend in ◆" asks of the place. */
export const asksAdvice = (passage: Passage): boolean =>
  advice.test(passage) && !passage.text.includes(marks.place);
