import { countOf } from './count.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';

/** Most stops a leg may have; `any` lifts the limit, `fewer` wants less than now. */
export type StopsSaid = number | 'any' | 'fewer';

const indifferent = new Pattern(
  /\b(?:any number of stops|(?:not|isn't|aren't) (?:too |so |that |really )?(?:fussed|bothered|worried|picky|fussy|concerned) (?:about|with) (?:the |having |any |a )?(?:stops?|layovers?|stopovers?|connections|changes)|(?:(?:doesn't|does not|don't|do not|dont) (?:really )?(?:matter|care|mind)|no matter)(?: to me)? (?:if|whether) (?:(?:it's|it is|they're|they are|there's|there is|there are|i have|we have|it has|i get|i fly) )?(?:a |any |some )?(?:direct|non-? ?stop|stops?|layovers?|stopovers?|connections?)|(?:(?:doesn't|does not|don't|do not|dont) (?:matter|care|mind)|no matter)(?: to me)? how many (?:stops|layovers|stopovers|connections|changes)|(?<!\b(?:long|longer|short|shorter|tight|overnight) )(?:stops?|layovers?|stopovers?|connections?) (?:don't|do not|dont|doesn't) (?:really )?matter|(?<!\b(?:long|longer|short|shorter|tight|overnight) )(?:stops?|layovers?|stopovers?|connections?|connecting(?: flights)?|changes|changing(?: planes)?) (?:are|is|would be|will be)? ?(?:ok|okay|fine|alright|all right|acceptable|no problem|allowed|not a problem|good)|(?:don't|do not|dont) (?:mind|care about|care if there are|care how many) (?:a |the |any |some |few |having |a few |having a )?(?:stops?|layovers?|stopovers?|connections?|connecting|changing|changes)|(?:doesn't|does not|needn't|don't|do not) (?:have to|need to|need|be) ?(?:be )?(?:a )?(?:direct|non-? ?stop)|(?:no need|not necessary|don't need|dont need|need not be|no must)(?: for| to be| it to be| to fly)?(?: a)? (?:direct|non-? ?stop)|not (?:necessarily|only|just|exclusively) (?:the )?(?:direct|non-? ?stop)(?! but)|with (?:stops|layovers|connections) (?:too|as well|also)|(?:drop|remove|forget|lift) the (?:stop|stops|non-? ?stop|direct)(?: limit| filter| flights?)?|(?:forget|never ?mind|drop|scrap|skip)(?: about)? (?:it being |being |flying )?(?:direct|non-? ?stop)(?: flights?)?(?=$|[.,!]| (?:then|please|and)\b)|direct or not|include (?:flights with )?(?:connections|stops|connecting flights|layovers))\b/,
);
const none = new Pattern(
  /\b(?:non[- ]?stops?|direct(?:ly)?)\b|\b(?:(?:no|zero|0|without(?: any| a)?|don't want(?: any| a)?|avoid(?:ing)?|hate|never any) (?:stops?|stopovers?|lay ?overs?|connections?|connecting flights?|changes|change(?=$|[.,!;]| of (?:planes?|flights?|aircraft))|transfers?|plane changes)|nothing with (?:a |any )?(?:stops?|stopovers?|lay ?overs?|connections?))\b(?! (?:over|longer|under|shorter|of (?:more|over|less|under)|at night|overnight|in|at|through|more than|above))/,
);
/** "Without changing planes", "on one plane". */
const samePlane = new Pattern(
  /\b(?:(?:without|no|not|avoid(?:ing)?|(?:don't|do not|dont|never|can't|cannot|rather not|refuse to|no need to|needn't|not having to)(?: (?:want|like|wish|have|need))?(?: to)?) (?:having to |having |any )?(?:be )?(?:chang(?:e|es|ing)|switch(?:ing)?|swap(?:ping)?)(?: of)? (?:planes?|aircraft|airplanes?)|(?:on )?(?:the same|a single|just one|only one|one) (?:plane|aircraft) (?:all the way|the whole way|throughout|only|from \ue000))\b/,
);
const few = new Pattern(
  /\b(?:fewer|less|too many(?<!(?:not|n't|if) (?:(?:have|has|way|far|much) )?too many)) (?:stops|stop ?overs|lay ?overs|connections|changes|transfers)\b/,
);
const atMost = new Pattern(
  '\\b(?:(?:max(?:imum)?(?: of)?|up to|at most|no more than|not more than|only|just|with|less than or equal to) |(?<!at least ))(one|two|three|single|a|1|2|3)(?: |-)(?:stops?|stopovers?|lay ?overs?|connections?)\\b(?! (?:over|longer|under|shorter|below|above|less|more|of (?:more|less|over|under|at|up)))',
);
/** "Max 1 change": planes are not all that is changed, so that a word has to say that it is a limit. */
const atMostChanges = new Pattern(
  /\b(?:max(?:imum)?(?: of)?|up to|at most|no more than|not more than|less than or equal to) (one|two|three|a single|a|1|2|3)(?: |-)(?:changes?|transfers?)\b|\b(one|two|three|1|2|3)(?: |-)(?:plane changes?|changes? of planes?|(?:changes?|transfers?),? (?:max(?:imum)?|at (?:the )?most|tops|or (?:less|fewer)))\b/,
);
const fewerThan = new Pattern(
  /\b(?:less|fewer) than (two|three|four|2|3|4)(?: |-)(?:stops?|stopovers?|lay ?overs?|connections?|changes?|transfers?)\b/,
);
const oneIsFine = new Pattern(
  /\b(one|two|a|1|2) (?:stop|stopover|lay ?over|connection|change|transfer)s? (?:(?:is|are|would be|will be) )?(?:also |still )?(?:ok|okay|fine|alright|all right|acceptable|good|no problem|works?)\b|\b(?:ok|okay|fine|happy) with (one|two|a|1|2) (?:stop|stopover|lay ?over|connection|change|transfer)s?\b/,
);
const directOr = new Pattern(
  /\b(?:direct|non-? ?stop)(?: flights?)? (?:or|or at most|or max(?:imum)?|or with|\/|,? otherwise) (?:with )?(an?|one|two|1|2)[ -](?:stop|stopover|lay ?over|connection|change)s?\b|\b(?:otherwise|if not|or else|else),? (?:with )?(an?|one|two|1|2)[ -](?:stop|stopover|lay ?over|connection|change)s?\b/,
);
/** "Preferably nonstop" is a wish: flights with fewer stops come first anyway. */
export const wishedStops = new Pattern(
  /\b(?:preferably|ideally|if possible,?|hopefully|would be nice:?) (?:a )?(?:direct|non-? ?stop)\b|\b(?:direct|non-? ?stop)(?: flights?)?,? (?:if possible|preferably|ideally|preferred|would be (?:nice|great|ideal|good))\b/g,
);
/** "A stop in ◆" says where to change planes, not how often at most. */
const inPlace = new RegExp(`^ (?:over )?(?:in|at|via|through) (?:the )?${marks.place}`);
/** "I won't do two stops", "not two layovers": fewer, then. */
const refusedBefore =
  /(?:\b(?:no|not|never|nothing|without|avoid(?:ing)?|hate|refuse|cannot|dont|cant|wont|skip|rather not|hide|filter out|exclude|leave out|get rid of|remove|drop|lose)|n't)(?:(?! but | and | so | more | over | above |[,.;!?]).){0,25}$/;
/** "Two stops is too many". */
const tooManyBehind =
  /^(?: (?:flights?|ones?))?,? (?:is|are|would be|'s|seems?|sounds?)(?: (?:just|way|far|one|simply|a bit)){0,2} (?:too (?:many|much|long)|(?:not (?:ok|okay|acceptable|fine|an option)|unacceptable|out of the question|a no-?go|no good))\b/;
const notDirect = /\b(?:not|no|isn't|wasn't) (?:a )?$/;
const anyButDirect = /(?<!\bwhy )\bnot (?:a )?$/;

/** What a message says about stops; null where nothing. */
export function readStops(passage: Passage): StopsSaid | null {
  const allowed = oneIsFine.exec(passage);
  if (allowed) return countOf(allowed[1] ?? allowed[2]) ?? null;
  const either = directOr.exec(passage);
  if (either) return countOf(either[1] ?? either[2]) ?? null;
  if (indifferent.test(passage)) return 'any';
  if (wishedStops.test(passage)) return null;
  const direct = none.exec(passage);
  const before = passage.text.slice(0, direct?.index);
  if (direct && !notDirect.test(before)) return 0;
  if (direct && anyButDirect.test(before)) return 'any';
  if (samePlane.test(passage)) return 0;
  if (few.test(passage)) return 'fewer';
  const below = countOf(fewerThan.exec(passage)?.[1]);
  if (below !== undefined) return below - 1;
  const changes = atMostChanges.exec(passage);
  if (changes) return countOf((changes[1] ?? changes[2])?.replace('a single', 'one')) ?? null;
  const limit = atMost.exec(passage);
  if (!limit || (limit[1] === 'a' && inPlace.test(passage.text.slice(limit.index + limit[0].length))))
    return null;
  const count = countOf(limit[1]);
  if (count === undefined) return null;
  const isRefused =
    (/^(?:with )?(?:an?|one|two|three|single|\d)\b/.test(limit[0]) &&
      refusedBefore.test(passage.text.slice(Math.max(0, limit.index - 40), limit.index))) ||
    tooManyBehind.test(passage.text.slice(limit.index + limit[0].length));
  return isRefused ? Math.max(count - 1, 0) : count;
}
