import type { OfferReference, TimeOfList } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { questionOpening } from './question-opening.ts';

const things = '(?:flights?|ones?|options?|offers?|results?|fares?|tickets?|airlines?|choices)';

/** Two that were compared: "do both include bags". */
const both = new Pattern(
  `${questionOpening}(?:is|are|do|does|can|could|will|would|have|has|which of) (?:both|either|neither|these two|those two|the two)\\b`,
);
/** "Which ones are refundable", "do any of them include bags", "are they all nonstop". */
const all = new Pattern(
  `${questionOpening}(?:any of (?:them|these|those) (?:leave|depart|take off|land|arrive|fly|go|stop|include|have|come|get|cost|take|non-?stop|direct|refundable)\\b(?=[^.!?]*\\?)|(?:any|which|some|one|the ones?)(?: of (?:them|these|those))? (?:${things} )?(?:with|that (?:has|have|includes?|comes? with)) (?:a |an |free |included |some ){0,2}(?:checked )?(?:bags?|baggage|luggage|suitcases?|wi-?fi|meals?|food|free (?:changes?|cancellation))\\b|(?:which|what(?! (?:do|don't) (?:i|we|you|they)\\b))(?: of (?:them|these|those|the))? (?:(?:flights|ones|options|offers|results|fares|tickets|airlines) (?:are|have|include|come|offer|allow|can|do|don't|let|give|go|stop|leave|arrive|land|fly|cost)|(?:are|have|include|come|offer|allow|let|do|don't|aren't)\\b)|(?:which|what) of (?:them|these|those|the ${things})\\b|(?:is|are|does|do|can|could|will|would|has|have) (?:(?:any|all|none|each|every one|they|some)\\b|(?:these|those)\\b(?! (?:times?|prices?|days?|dates?|seats?|fees?|bags?)\\b))|which(?: (?:one|flight|option|offer)s?)?(?: of (?:them|these|those))? (?:would|will|could|gets?|arrives?|lands?|leaves?|departs?)\\b(?=[^?]{0,40}\ue001)|how many (?:of (?:them|these|those|the)\\b|(?:flights|ones|options|offers)? ?(?:are|have|include|come|offer) (?:non|direct|refund|change|bag|check|lug)))`,
);
/** "Which one has bags included": one of the list, nobody knows how many there are. */
const someOf = new Pattern(
  `${questionOpening}(?:which|what)(?: (?:one|flight|option|offer|fare|ticket)s?)? (?:has|have|includes?|comes? with|allows?|offers?|is|are|can be|gives?) (?:(?:the |a |an |any |some )?(?:free |checked |included )?(?:bags?|baggage|luggage|suitcases?|wi-?fi|meals?|food|leg ?room|(?:most|more|best) (?:leg ?room|space|room))|non-?stop|direct|refund|changeable|changed|flexible)`,
);
const leavesOtherTime =
  "(?:(?:(?:is|are) there|do you have|have you got|what about|how about|any(?:thing)?|show me|find me|find|give me|get me|i need|i want|(?:can|could|may) (?:i|we) (?:get|have|take)|is it possible to (?:get|have)|(?:i|we)(?:'d| would) (?:like|prefer|rather have|rather take)|prefer|let's (?:see|take|have)) )?(?:me |us )?(?:(?:an?|any|some|the|to) ){0,2}(?:(?:bit|little|somewhat|slightly) )?";
const back =
  '(?:return(?: flights?| trips?| times?| legs?| journeys?)?|inbound(?: flights?)?|(?:flights?|ways?|trips?|journeys?|ones?|legs?) (?:back|home))';
/** "An earlier flight home", "come home earlier in the day": no other day. */
const wayBack = new Pattern(
  `${questionOpening}${leavesOtherTime}(?:(earlier|sooner)|(later)) (?:departure (?:on|for) (?:the|my) )?${back}(?: (?:that|on the same|in the|on that) day| flight)?(?: (?:please|instead|possible|available))?[?.!]*$|\\b(?:com(?:e|ing)|get(?:ting)?|fly(?:ing)?|go(?:ing)?|be(?:ing)?|arriv(?:e|ing)|return(?:ing)?|leav(?:e|ing)|head(?:ing)?)(?: (?:back|home)){0,2} (?:(?:a bit|a little|somewhat|much) )?(?:(earlier|sooner)|(later)) (?:in the|that|on that|on the same|the same) day\\b(?=.{0,20}$)`,
);
/** "The flight home leaves too late". */
const wayBackTooMuch = new Pattern(
  `${questionOpening}(?:(?:the|my|our) )?${back} (?:is|are|leaves?|departs?|goes|would be) (?:(?:way|much|far|a bit|a little) )?too (?:(late)|early)(?: for (?:me|us))?[.!]*$`,
);
const homeward = new Pattern(/\b(?:back|home|return(?:ing)?|inbound)\b/);

/** The whole list, or a part of it, that a question is about; null where it asks about single offers. */
export function readListReference(passage: Passage): OfferReference | null {
  const time = wayBack.exec(passage);
  if (time && homeward.test(passage))
    return { by: 'way_back', leaves: (time[1] ?? time[3]) ? 'earlier' : 'later' };
  const tooMuch = wayBackTooMuch.exec(passage);
  if (tooMuch) return { by: 'way_back', leaves: tooMuch[1] ? 'earlier' : 'later' };
  if (both.test(passage)) return { by: 'all', among: 'discussed' };
  return all.test(passage) || someOf.test(passage) ? { by: 'all' } : null;
}

const landing = new Pattern(
  /\b(?:arriv|land|touch(?:es)? down|be (?:there|back|home)\b|gets? (?:me |us )?(?:in|there|back|home)\b)/,
);

/** Which time of an offer a question about the list names: of landing where it says so, of the way back where it says that. */
export const sideOf = (passage: Passage): Pick<TimeOfList, 'of' | 'way'> => ({
  of: landing.test(passage) ? 'arrival' : 'departure',
  ...(homeward.test(passage) && { way: 'back' }),
});

/** Whether a sentence asks about the list rather than wishing to have another. */
export const asksOfList = (passage: Passage): boolean => readListReference(passage) !== null;
