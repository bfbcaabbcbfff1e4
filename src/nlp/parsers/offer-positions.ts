import { Pattern } from '../patterns/pattern.ts';
import type { Passage } from '../patterns/passage.ts';
import { count, goesOn, numberOf, ordinal, placeOf, thing, type Pointed } from './offer-words.ts';

const range = new Pattern(
  `\\b(first|top|last) (two|three|four|five|2|3|4|5)\\b(?! (?:weeks?|days?|months?|hours?|people|class))`,
);
/** Between the places of offers that are pointed at together. */
const beside = '(?:,(?: and| or)?| and| or| &| vs\\.?| versus| with| (?:[a-z]{4,9} )?than)';
const positions = new Pattern(
  `(?<!(?:cheapest|fastest|earliest|latest|best|shortest|quickest) |\\b(?:not|(?:is|isn't|was) (?:it|this|that)|ranked|placed|listed) )\\b(?:the |my |your |that |this )?(${ordinal})${`(?:(?: ${thing})?${beside} (?:the )?(${ordinal}))?`.repeat(3)}(?: ${thing}\\b|(?=${goesOn}| (?:refundable|changeable|non-?stop|direct|cheaper|faster|better)\\b))`,
);
const numbered = new Pattern(
  `\\b(?:number|option|no\\.?(?! (?:${count})[ -](?:hours?|hrs?|h|mins?|minutes?|stops?|stopovers?|lay ?overs?|connections?|changes?|bags?|nights?|days?)\\b)|nr\\.?|offer|flight|result|choice|card|#)(?: number)? ?#?(${count})\\b${`(?:${beside} (?:number |option |#)?(${count})\\b)?`.repeat(3)}`,
);
const compared = new Pattern(
  `\\b(?:between|compar(?:e|ing)) #?(${count})(?:${beside}| to) #?(${count})\\b${`(?:${beside} #?(${count})\\b)?`.repeat(2)}(?! (?:stops?|hours?|people|nights?|days?|bags?))`,
);
const hash = new Pattern(/(?:^| )#(\d{1,2})\b(?:(?:,| and| or| vs\.?| versus) #(\d{1,2})\b)?/);
/** "What about 3", "tell me about 4", "and 2?" */
const aboutFigure = new Pattern(
  /^(?:(?:ok|okay|and|so|hmm+|well|oh|now|wait|please|can you|could you)[,.]? ){0,3}(?:what about|how about|and|or|tell (?:me|us) (?:more )?about|show (?:me|us)|more (?:on|about)|(?:the )?details (?:of|on|for|about)|let me see|let's see|look at|explain|describe) #?(\d{1,2})(?:,? (?:please|then|again|in detail|instead))?[?.!]*$/,
);
const saidOfFigure =
  ' (?:(?:really|also|still|actually) )?(?:non-?stop|direct|refundable|changeable|cheaper|faster|better|include|have|has|come|leave|arrive|land|depart|stop|cost|take|go|get|fly|any good|worth|on|with|from|an?|the|available)\\b(?! (?:day|week|month|night|people|adult)s?\\b)';
/** "Is 2 nonstop", "do 1 and 3 have bags": a figure that something is asked of. */
export const askedFigure = `#?\\d{1,2}(?=(?: and #?\\d{1,2})?${saidOfFigure})`;
const ofFigure = new Pattern(
  `\\b(?:is|are|does|do|has|have|can|could|will|would|did|was|were) #?(\\d{1,2})(?: and #?(\\d{1,2}))?(?=${saidOfFigure})`,
);
const alone =
  '^(?:(?:so|then|well|right|alright|fine|hmm+|ok|okay|yes|yeah|no|wait|sorry|actually|oh|um+|great|let me have|rather|i mean|make (?:that|it)|number|the)[,.!:]? ){0,3}';
/** "Pick 3", "change my choice to 5", and "3" alone. */
const figure = new Pattern(
  `(?:\\b(?:pick|choose|select|take|go (?:with|for)|going (?:with|for)|switch to|(?:change|switch|move) (?:my|the|that) (?:choice|pick|selection) to|give me|prefer) )(?:number |option |#)?(${count})(?=$|[.,!?]| (?:please|then|instead|thanks|rather)\\b)(?![.,]\\d)|${alone}(\\d{1,2})(?:st|nd|rd|th)?(?:,? (?:please|pls|then|instead|thanks|thank you|it is)){0,2}[.!?]?$`,
);
const behind = new Pattern(
  new RegExp(
    `\\bthe (?:one|option|flight|offer) (?:(?:right |just |directly )?(?:after|below|behind|following)|(before|above)) (?:that|this|it|that one)(?: one)?\\b|\\b(?:next|following|(previous)) (?:one|option|offer|card|result)\\b(?! (?:on|to|from|leaving|after))|^(?:and |ok |okay |then |what about |how about |show me )?(?:the )?(?:next|(previous))[.?!]?$`,
  ),
);

/** Whether an offer is named by its number. */
export const namesNumber = (passage: Passage): boolean => numbered.test(passage);

/** Offers by their places in the list; `figures` says whether a figure alone is one. */
export function readPositions(passage: Passage, figures: boolean): Pointed[] {
  const found: Pointed[] = [];
  const add = (match: RegExpExecArray | null, valueOf: (word: string) => number | undefined) => {
    for (const word of match?.slice(1) ?? []) {
      const position = valueOf(word);
      if (position !== undefined && match)
        found.push({ at: match.index, reference: { by: 'position', position } });
    }
  };
  const several = range.exec(passage);
  if (several) {
    const many = numberOf(several[2]) ?? 2;
    for (let index = 0; index < many; index += 1) {
      const position = several[1] === 'last' ? index - many : index + 1;
      found.push({ at: several.index, reference: { by: 'position', position } });
    }
  } else add(positions.exec(passage), placeOf);
  add(numbered.exec(passage) ?? compared.exec(passage) ?? hash.exec(passage), numberOf);
  if (found.length === 0) add(ofFigure.exec(passage), numberOf);
  if (found.length === 0 && figures) add(aboutFigure.exec(passage), numberOf);
  if (found.length === 0 && figures) add(figure.exec(passage), numberOf);
  const step = found.length === 0 ? behind.exec(passage) : null;
  if (step)
    found.push({ at: step.index, reference: { by: 'next', step: step.slice(1).some(Boolean) ? -1 : 1 } });
  return found;
}
