import type { Remark } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** Pieces that a message of nothing else consists of. */
const murmur =
  "(?:hm+|mm+|uh|um+|er+|oh|ah|aha|wow|whoa|omg|lol|lmao|haha+|ha|well|so|right|anyway|interesting|cool|nice|neat|fine|sweet|awesome|excellent|brilliant|amazing|lovely|whatever|idk|(?:i )?(?:really )?(?:dunno|don't know|'m not sure)|(?:i'm )?(?:really )?not (?:really |so )?sure|fair enough|ok(?:ay)?|k|alright|all right|got (?:it|that|you)|gotcha|i see|i (?:get|got) it|(?:that )?makes sense|(?:that's )?good to know|understood|noted|i understand|let me see|let's see)";

/** "Ask my wife": somebody who does not fly along by that. */
export const consulting =
  '(?:ask|check with|talk to|speak to|speak with|discuss (?:it|this|that) with|run (?:it|this|that) by|consult) (?:with )?my (?:wife|husband|partner|boss|manager|friends?|family|boyfriend|girlfriend|mom|mum|mother|dad|father|parents|spouse|fianc[eé]e?|team|colleagues?|travel buddy|sister|brother|roommates?)';

/** Wants to think, or to ask somebody, before anything is chosen. */
export const postponing = new Pattern(
  `\\b(?:think (?:about|on) (?:it|this|that|them)|think (?:it|this|that|things) over|sleep on (?:it|this|that)|mull (?:it|this|that) over|(?:let me|need to|have to|want to|gotta|got to|must|should|i'll|ill|i will|i'd better|time to) think(?: (?:first|more|a bit|a little))?(?: (?:about|on) (?:it|this|that|them|these))?(?=$|[.,!])|${consulting}|(?:get|come|be) back (?:to you|to (?:this|it)|to you on (?:this|that|it))(?: (?:later|soon|tomorrow))?|(?:decide|choose|book|do (?:it|this|that)|look at (?:it|this|that|these)) later|not ready (?:yet|to (?:book|decide|choose|buy))|(?:need|want) (?:some |more |a bit more |a little )?time(?= to (?:think|decide|consider)|$|[.,!]))\\b`,
);

/** In order: the first that matches. */
const remarks: readonly (readonly [Remark, Pattern])[] = [
  ['postpones', postponing],
  [
    'other_times',
    new Pattern(
      /\b(?:times?|timings?|hours|schedules?) (?:of (?:the|these|those) flights? )?(?:(?:(?:is|are|was|were) (?:really |just |all )?(?:not|bad|awful|terrible|horrible|inconvenient|no good|weird|unsuitable)|isn't|aren't)|(?:don't|doesn't|do not|does not|won't|will not) (?:really |quite )?(?:work|suit|fit))\b|\b(?:don't|do not|didn't) (?:really )?(?:like|love) (?:the|these|those|any of the|your) (?:flight |departure )?(?:times?|timings?|schedules?|hours)\b|\bnot (?:so |too )?(?:sure|happy|keen|convinced) (?:about|with|on|by) (?:the|these|those) (?:flight |departure )?(?:times?|timings?|schedules?)\b/,
    ),
  ],
  [
    'upset',
    new Pattern(
      /\b(?:frustrat(?:ing|ed)|annoy(?:ing|ed)|disappoint(?:ing|ed)|infuriating|exhausting|waste of (?:my )?time|not (?:very |really |at all )?helpful|unhelpful|useless|hopeless|(?:this|it|you) (?:really )?(?:sucks?|stinks?)|(?:this|it) is (?:so |too |way too )?(?:complicated|confusing|overwhelming|stressful|a mess|ridiculous|crazy|a joke)|this is (?:not|n't) working|(?:that's|this is|it's|that is) not what i (?:asked|wanted|said|meant|am looking for|was looking for)|you(?:'re| are) not (?:listening|helping|understanding)|(?:don't|do not|didn't|did not) (?:understand|get|listen to|hear) (?:me|what i)|(?:i'm|i am) (?:so |really |very )?(?:stressed|confused|lost|overwhelmed|fed up|angry|tired of this)|fed up|wtf|what the (?:hell|heck|f\S*)|stupid|dumb|ugh+|argh+|worst)\b/,
    ),
  ],
  ['musing', new Pattern(`^(?:${murmur}[,.!?]{0,3} ?){1,4}$`)],
  [
    'farewell',
    new Pattern(
      /^(?:(?:ok|okay|well|alright|great|thanks|thank you|so|and|cheers|then)[,.!]? ){0,4}(?:(?:bye(?:[- ]bye)?|goodbye|good bye|farewell|see (?:you|ya)(?: later| soon| around| again)?|so long|take care|good ?night|have a (?:good|great|nice|lovely) (?:day|one|night|evening|weekend)|ciao|cya|later|that's all(?: for (?:now|\ue001))?|i'm done|that will be all|that'll be all)(?: (?:then|for now|and thanks|and thank you|thanks|thank you))?[,.!]{0,2} ?){1,3}$/,
    ),
  ],
];

/** What a message says beside the matter; null where it says nothing of the kind. */
export const readRemark = (passage: Passage): Remark | null =>
  remarks.find(([, pattern]) => pattern.test(passage))?.[0] ?? null;
