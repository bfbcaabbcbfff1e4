import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import { marks } from '../skeleton.ts';
import { dislikingChangeWords, dislikingWords, isOfChange, isRunDown } from './disliked-places.ts';
import { isChangeRefused, isPermitted, isRefusedBehind, ownChange, viaWords } from './places-on-the-way.ts';

/** What a place is to the journey, as the words around it say. */
export type PlaceRole =
  | 'origin'
  | 'destination'
  /** "Back to ◆": where the journey ends, which is where it began. */
  | 'home'
  /** "Return from ◆": where the way back begins. */
  | 'turning_point'
  | 'via'
  /** "A layover in ◆ would be fine": may be flown through, and need not be. */
  | 'permitted'
  | 'avoid'
  /** "I hate ◆": what follows from it depends on what kind of place that is, and on the others. */
  | 'disliked'
  /** "Not ◆". */
  | 'rejected'
  /** "In ◆": somewhere that matters, nobody says how. */
  | 'setting'
  /** No word says. */
  | 'bare';

/** Roles of places that the journey neither begins nor ends in. */
const onTheWay: ReadonlySet<PlaceRole> = new Set(['via', 'permitted', 'avoid', 'disliked', 'rejected']);
export const isOnTheWay = (role: PlaceRole): boolean => onTheWay.has(role);

const P = marks.place;
const article =
  '(?:(?:the|my|our|sunny|beautiful|lovely|downtown|good old|dear|city of|city|airport|country of|friends in|family in|mom in|visit|see|either|any of|one of|either of|just|only|maybe|like|somewhere in|around) ){0,2}';
const before = (words: string): Pattern => new Pattern(`(?:^|[^a-z])(?:${words}) ?:? ?${article}$`);

const travel = '(?:trip|journey|travels?|flight|vacation|tour)';

/** Tried in this order on the words before a place. */
const rules: readonly (readonly [PlaceRole, Pattern])[] = [
  [
    'avoid',
    before(
      "avoid(?:ing)?(?: flying| going| connecting| stopping| changing(?: planes)?| transferring| a stop| a layover)?(?: through| via| in| at)?|not (?:through|via|over)|bypass(?:ing)?|(?:no|without(?: an?| any| the)?|not with an?) (?:stops?|lay ?overs?|connections?|stopovers?|transfers?|changes?(?: of planes?)?|connecting)(?: in| at| through| via)|(?:stops?|lay ?overs?|connections?|stopovers?|transfers?|changes?),? (?:but |just |only )?not (?:in|at|through|via)|(?:don't|do not|dont|never|not|rather not|hate to|won't)(?: want to| like to| like)? (?:stop|connect|transfer|change|change planes|lay over|go|fly|route)(?:ing)?(?: over)? (?:in|at|through|via)|(?:don't|do not|dont|doesn't|never) (?:want|like|fancy)(?: to have| having| to make| making)?(?: an?| any| the| another)? (?:stops?|lay ?overs?|connections?|stopovers?|transfers?|changes?(?: of planes?)?) (?:in|at|through|via)|without (?:stopping|connecting|changing|transferring|going|flying)(?: planes)? (?:in|at|through|via)|anything but|nothing (?:through|via|(?:from|on) \ue002,? (?:or|nor|and) (?:from|out of))|keep (?:me|us) (?:out of|away from|clear of|off)|stay(?:ing)? (?:away from|out of|clear of)|steer(?:ing)? clear of",
    ),
  ],
  ['avoid', before(dislikingChangeWords)],
  ['disliked', before(dislikingWords)],
  ['via', before(viaWords)],
  [
    'rejected',
    before(
      '(?:not|instead of|rather than|other than|besides|no longer|except|excluding|nor|nothing|(?:any|all|every|each|anything|anywhere|either)(?: (?:of )?(?:the )?(?:other )?(?:airports?|one|them))?,? but|(?:don.t|do not|dont|never) want)(?: (?:from|to|in|into|out of|for|via|going to|leaving from|flying from|flying to|ab|von|nach))?',
    ),
  ],
  [
    'origin',
    before(
      `(?:my|our|current|present) (?:current |present )?location (?:is|:)|home(?: city| airport| town| base)? (?:is|:)|(?:origin|departure|departing|starting)(?: city| location| airport| point| place)?(?: (?:is|will be|would be|should be|to|as|=|from|changed to|should be changed to))|place of (?:origin|departure) (?:is|to)|(?:start|starting|departure|departing) (?:point|city|airport|location)(?: being)?|pick(?:ed)?[- ]?up(?: is)? (?:in|from|at)|${travel} (?:starts?|begins?|originates?) (?:in|at|from)|where i(?:'m| am) (?:leaving|departing|flying) from is`,
    ),
  ],
  [
    'turning_point',
    before(
      '(?:return(?:ing)?|(?<!\\b(?:out|there) and )back|home|return (?:flight|trip|leg|ticket)s?) from(?: (?:college|uni|university|school|work|holidays?|vacation) (?:in|at|near))?',
    ),
  ],
  [
    'home',
    before(
      '(?:return(?:ing|s)?|back|home|come home|return (?:flight|trip|leg)s?)(?: again)? (?:home )?(?:to|in|into)|hometown(?: of| is)?|home in',
    ),
  ],
  [
    'origin',
    before(
      "from|form|out of|leave|leaves|leaving|depart|departs|departing|departure|exit|exiting|off from|start(?:ing|s)?(?: off)?(?: (?:my|our|the) [a-z]{3,10})? (?:in|at|out of|out at|out in)|begin(?:ning|s)?(?: (?:my|our|the) [a-z]{3,10})? (?:in|at)|originat(?:e|es|ing)(?: in| at)?|based (?:in|out of|at)|(?:live|living|located|stay|staying|residing|reside|stuck) (?:here )?(?:in|at|near)|(?:i'm|we're|i am|we are|im|am|are) (?:currently |now |right now |still |here )?(?:in|at|near)|currently (?:in|at)|here in|take ?off (?:from|in|at)|taking off (?:in|at)|embark(?:ing)? (?:in|at)|fly(?:ing)? out of|hail from|origin|closest to me is|von|ab|desde|de|depuis|vanuit",
    ),
  ],
  [
    'destination',
    before(
      `to|too|into|in to|onto|toward|towards|visit|visiting|reach|reaching|see|explore|exploring|tour|touring|discover|bound for|head|heading|headed|destination|(?:destination|arrival|travel|arriving)(?: city| location| airport| point| place| destination)?(?: (?:is|will be|would be|should be|to|as|=|in))?|location is|arriv(?:e|es|ing|al) (?:in|at|to|into|on)|arriv(?:e|es|ing)|land(?:s|ing)? (?:in|at|on|into)|touch(?:ing)? down (?:in|at)|end(?:ing)?(?: up)? (?:in|at)|wind up in|(?:be|being) (?:in|at)|fly(?:ing)?(?: in)?|go|going|travel|travell?ing|for|for a [a-z]{3,10} (?:in|at)|vacation(?:ing)? (?:in|at)|holidays? (?:in|at)|honeymoon(?:ing)? (?:in|at)|spend [a-z0-9 ]{1,20} (?:in|at)|off to|out to|down to|up to|over to|nach|hasta|hacia|naar|(?:de|da|desde|di) ${P} (?:a|à|à destination de|per)|end(?:ing)? point(?: is)?|final stop|drop(?:ped)?[- ]?off(?: is)? (?:in|at)`,
    ),
  ],
  ['setting', before('in|at|near|around|within|on|for the|close to')],
];

const bound = new Pattern(/^[ -]bound\b/);
const isDestination = new Pattern(
  /^(?: airport| city)?,? (?:is|will be|would be|as|should be|'s) (?:my |the |our |a )?(?:final |new |travel |arrival )?(?:destination|where (?:i|we)(?:'m| am| are|'re|'d| want| would| will| plan|'ll| need| have)? ?(?:to |like to |love to |be )?(?:go|going|head|headed|heading|travel|travell?ing|fly|flying|visit|land|arrive))/,
);
const isOrigin = new Pattern(
  /^(?: airport| city)?,? (?:is|will be|would be|as|should be|'s) (?:my |the |our |a )?(?:origin|home|hometown|starting|departure|departing|where (?:i|we)(?:'m| am| are|'re|'d| want| would| will| live|'ll| need| have)? ?(?:to |like to |be )?(?:leave|leaving|depart|departing|start|starting|coming|live|living|based|fly(?:ing)? (?:out|from)|located)?)/,
);
/** "Phoenix flights": of the place, nobody says which way. */
const adjectival = new Pattern(/^ (?:flights?|tickets?|departures?)\b/);
/** "No ◆ connections". */
const without = new Pattern(/\b(?:no|without|avoid(?:ing)?|not with)(?: any| an?)? $/);
const changes = new Pattern(
  /^(?: |-)?(?:stops?|lay ?overs?|connections?|stopovers?|transfers?|changes?|connecting airports?)\b/,
);
const pairAfter = new Pattern(`^ ?(?:to|-|/|>|2|and back to|into) ?${article}${P}`);
/** "◆ to anywhere warm". */
const openEnd = new Pattern(
  /^ ?(?:to|-|>) ?(?:anywhere|somewhere|any ?place|some ?place|wherever|where ?ever)\b/,
);
/** "No ◆": what an airport is not wanted with, and what a city may answer with. */
const no = new Pattern(/\b(?:no|without) $/);
/** "Don't land at ◆", but not of a time: "don't leave ◆ before nine". */
const refusedEnd = new Pattern(
  /(?<!\bwhy )\b(?:don't|do not|dont|never|not|won't|can't|cannot|rather not|without|avoid(?:ing)?)(?: (?:want|like|wish|have|need) to)? (?:land(?:ing)?|arriv(?:e|ing)|touch(?:ing)? down|tak(?:e|ing) off|depart(?:ing)?|leav(?:e|ing)|fly(?:ing)?) (?:at|in|into|from|out of|to) (?:the )?$/,
);
const refusesTime = new Pattern(
  `^ (?:airport )?(?:before|until|till|after|earlier|later|too|that|so|on|in the|at|this|next|for|unless|if|${marks.date})`,
);
/** "Swap ◆ for ◆". */
const replaced = new Pattern(/\b(?:swap|replace|switch|change)(?: out)?(?: from)? $/);
const replacedBy = new Pattern(`^ (?:for|with|to|by|into) ${P}`);
const isWrong = new Pattern(/^ (?:is|was|'s) (?:wrong|incorrect|not right|a mistake|a typo)\b/);
const replacement = new Pattern(
  `\\b(?:swap|replace|switch|change)(?: out)?(?: from)? ${P} (?:for|with|to|by|into) $`,
);
const betweenBefore = new Pattern(/\bbetween $/);
const betweenAnd = new Pattern(`\\bbetween ${P} and $`);
const pairBefore = new Pattern(`${P} ?(?:-|/|>|2) ?$`);
const leavingBefore = new Pattern(/\b(?:leave|leaving|depart|departing) $/);
const forBefore = new Pattern(/\bfor $/);
/** "Leave ◆ for ◆, back on Sunday". */
const goesOnTo = new Pattern(
  `(?<!\\b(?:back|home|return|returning) )\\b(?:for|to|going to|visiting|visit) ?${article}${P}`,
);
const returnTalk = new Pattern(/\b(?:home|back|return)\b/);

/** The role of the place whose mark stands at `at`. */
export function placeRoleAt(passage: Passage, at: number): PlaceRole {
  const { text } = passage;
  const sentence =
    Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('? ', at), text.lastIndexOf('! ', at), at - 70) + 1;
  const lead = partOf(passage, sentence, at);
  const rest = partOf(passage, at + 1, at + 70);
  if (bound.test(rest) || isDestination.test(rest)) return 'destination';
  if (isOrigin.test(rest)) return 'origin';
  if ((replaced.test(lead) && replacedBy.test(rest)) || isWrong.test(rest)) return 'rejected';
  if (replacement.test(lead)) return 'bare';
  if (betweenBefore.test(lead)) return 'origin';
  if (betweenAnd.test(lead)) return 'destination';
  if (changes.test(rest) && without.test(lead)) return 'avoid';
  if (isRunDown(rest)) return isOfChange(rest) ? 'avoid' : 'disliked';
  if (isPermitted(lead, rest)) return 'permitted';
  if (adjectival.test(rest) && forBefore.test(lead)) return 'bare';
  const said = rules.find(([, pattern]) => pattern.test(lead))?.[0] ?? 'bare';
  const role = said === 'via' && isChangeRefused(lead) ? 'avoid' : said;
  const endsPair =
    role === 'bare' && pairBefore.test(lead) && !isAvoided(passage, text.lastIndexOf(P, at - 1));
  if (refusedEnd.test(lead) && !refusesTime.test(rest)) return 'rejected';
  if (role === 'bare' && ownChange.test(rest) && !endsPair)
    return isRefusedBehind.test(rest) ? 'avoid' : 'via';
  if (endsPair) return 'destination';
  if ((role === 'bare' || role === 'setting') && (pairAfter.test(rest) || openEnd.test(rest)))
    return 'origin';
  if (role === 'bare' && no.test(lead)) return 'disliked';
  // "Leave ◆ to be home on Sunday": what one leaves to go home is where one was.
  if (role === 'origin' && leavingBefore.test(lead)) {
    const ahead = firstSentenceOf(rest);
    if (returnTalk.test(ahead) && !goesOnTo.test(ahead)) return 'turning_point';
  }
  return role;
}

/** "Avoid ◆ - ◆ to ◆": the first of them begins no pair. */
const isAvoided = (passage: Passage, at: number): boolean =>
  rules.some(
    ([role, pattern]) =>
      (role === 'avoid' || role === 'disliked') && pattern.test(partOf(passage, Math.max(0, at - 70), at)),
  );

function firstSentenceOf(passage: Passage): Passage {
  const end = passage.text.search(/[.!?]/);
  return end < 0 ? passage : partOf(passage, 0, end);
}
