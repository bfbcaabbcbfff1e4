import { dislikingWords, runsDown } from './disliked-places.ts';
import { isIndifferent } from './indifference.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** What a message says of airlines; codes are IATA. */
export interface AirlinesSaid {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Neither wanted nor refused: "I don't mind Ryanair". */
  readonly allow: readonly string[];
  /** What is included comes beside what was wanted before: "Delta too". */
  readonly adds: boolean;
  /** Goes on with what was said before, "or Delta": beside what was wanted, and refused where airlines were only refused. */
  readonly continues: boolean;
  /** Lifts the wish for certain airlines. */
  readonly any: boolean;
  /** Names of airlines nobody knows. */
  readonly unknown: readonly string[];
}

const refusing = `(?:\\b(?:${dislikingWords}|no|not|nor|neither|nothing|nobody but|without|avoid(?:ing)?|exclude|excluding|except(?: for)?|skip|anything but|anyone but|any airline but|all but|everything but|never|hate|dislike|detest|can't stand|other than|instead of|besides|drop|remove|hide|ignore|delete|lose|(?:leave|take|filter|rule|cross) out|get rid of|refuse|not (?:keen|so keen|too keen|big) on|not (?:an? )?(?:big |huge |great |real )?fans? of|not (?:fond|in favou?r) of|not (?:interested in|into)|(?:don't|do not|dont|doesn't|won't|wouldn't|will not|would not|can't|cannot) (?:really |particularly )?(?:want|like|love|show|fly|use|take|book|trust|travel|consider|include)|(?:bad|terrible|awful|horrible|dreadful) (?:experiences?|time|luck)|boycott(?:ing)?|never again|rather not)|n't)`;
const refusedBefore = new RegExp(
  `${refusing}(?: (?:to|with|on|from|the|any|anything|by|a|an|me|be|go|fly|flying|travel|travell?ing|take|taking|use|using|book|booking|through|via)){0,4} $`,
);
const refusedAfter =
  /^(?: (?:is|are) (?:a no\b|an? no-go|out(?! (?:of|to))\b|off the table|not (?:ok|okay|an option|acceptable|possible|for (?:me|us)))|,? no(?:pe)?,? (?:thanks|thank you|way))/;
/** "◆ is always late". */
const runDown =
  /^(?:'s| (?:is|are|was|were|has been|have been))(?: (?:so|really|very|always|just|too|pretty|often|usually|simply|an?|the)){0,3} (?:bad|rubbish|unreliable|crap|crappy|garbage|trash|shit|poor|useless|late|delayed|disappointing|disgusting)\b/;
const allowedBefore =
  /\b(?:(?:don't|do not|dont|wouldn't|would not) mind|no (?:problem|objection)s? (?:with|to)|nothing wrong with|fine with|ok(?:ay)? with|happy with|nothing against|include|including) (?:flying )?(?:with |on )?$/;
/** "Southwest is fine too": as welcome as what was said before, whatever that was. */
const allowedAfter =
  /^(?:,? (?:is|are|would be|will be|'s))?(?: (?:also|too|still|totally|perfectly|equally|just as)){0,2} (?:fine|ok|okay|good|alright|all right|acceptable|possible|works?|welcome|does (?:fine|too)|will do)\b|^'s (?:fine|ok|okay|good)\b/;
const onlyBefore = /\b(?:only|just|nothing but)(?: with| on| by)? $/;
const addedBefore =
  /\b(?:also|as well as|add)(?: (?:try|check|show|see|include|add|look at|consider|take|fly|with|on|me)){0,3} $/;
/** "Or Delta", said of airlines that were named before. */
const goesOn =
  /^(?:(?:ok|okay|hm+|well|yes|yeah),? )?(?:or|and|nor|plus|as well as)(?: (?:maybe|perhaps|also|even|with|on|by|fly|take|try)){0,2} $/;
const insteadAfter = /^(?: flights?)?,? (?:instead|rather)\b/;
const addedAfter = /^(?: flights?)?,? (?:too|also|as well)\b/;
/** What joins airlines to one list. */
export const betweenAirlines = /^(?:,|,? and|,? or|,? nor|\/|,? &) ?$/;
const lifted = new Pattern(
  /\b(?:not|n't|without|no need to|stop) (?:limit|limiting|restrict|restricting)(?: (?:it|us|me|that|this|ourselves|the search))? to (?:those|these|the|certain|specific|particular|any) (?:(?:two|three) )?(?:airlines?|carriers?)|\b(?:any|whatever|whichever|all|every|different|other) (?:airlines?|carriers?)\b(?! but| except| other)|\b(?:airlines?|carriers?) (?:does ?n[o']t|does not|do not|don't|doesnt|is not|isn't|aren't) (?:really |actually )?(?:matter|important|an issue|a concern)|\b(?:don't|do not|dont|doesn't|not) (?:really |actually |particularly |have to )?(?:care|mind|picky|matter|specific|fussy|particular|have (?:a|any) (?:airline )?preference)(?: about| on| for| to)?(?: me)?(?: which| what)?(?: the| any| about the)? ?(?:airlines?|carriers?)\b|\bdoesn't matter (?:which|what) (?:airline|carrier)|\bno (?:airline|carrier)s? preference|\bno preference (?:on|for|about|in|of|as to|with|regarding|when it comes to) (?:the |an? )?(?:airlines?|carriers?)|\b(?:not|nothing) (?:picky|particular|specific) (?:about|on|with) (?:the )?(?:airlines?|carriers?)|\b(?:open|flexible) (?:to|on|about|with) (?:any |the |all )?(?:airlines?|carriers?)/,
);
const anyBut = new Pattern(
  /\b(?:any|every|all)(?: other)? (?:airlines?|carriers?),? (?:but|except|other than|apart from)\b/,
);
const unknownAirline = new Pattern(
  /\b(?:with|on|fly|flying|prefer|take|by|use) ((?:[a-z]{3,20} ){1,2})(?:airlines?|airways)\b/,
);
const notNames =
  /\b(?:the|any|an?|all|other|different|same|which|what|cheap|cheapest|good|best|better|some|those|these|that|this|of|budget|low|cost|no|my|your|major|another|specific|particular|preferred|favou?rite|by|with|reliable|top|international|domestic|local|national|more|other|good)\b/;

/** `names` are the cued airlines, at their marks in `text`. */
export function readAirlines(
  passage: Passage,
  names: readonly { readonly at: number; readonly code: string }[],
  asked: boolean,
): AirlinesSaid | null {
  const { text } = passage;
  const include: string[] = [];
  const exclude: string[] = [];
  const allow: string[] = [];
  let adds = false;
  let continues = false;
  let previous: { readonly end: number; readonly refused: boolean } | undefined;
  for (const { at, code } of names) {
    const joined = previous !== undefined && betweenAirlines.test(text.slice(previous.end, at));
    const lead = text.slice(Math.max(0, at - 50), at);
    const rest = text.slice(at + 1, at + 40);
    const refused =
      refusedBefore.test(lead) ||
      refusedAfter.test(rest) ||
      runDown.test(rest) ||
      runsDown(rest) ||
      (joined && previous?.refused === true);
    const list = isAllowed(lead, rest) ? allow : refused ? exclude : include;
    continues ||= goesOn.test(text.slice(0, at)) && !insteadAfter.test(rest);
    adds ||= addedBefore.test(lead) || addedAfter.test(rest);
    if (!list.includes(code)) list.push(code);
    previous = { end: at + 1, refused };
  }
  const foreign = unknownAirline.exec(passage)?.[1]?.trim();
  const unknown = foreign !== undefined && !notNames.test(foreign) ? [foreign] : [];
  const any =
    include.length === 0 &&
    (anyBut.test(passage) || lifted.test(passage) || (asked && isIndifferent(passage)));
  return include.length + exclude.length + allow.length + unknown.length > 0 || any
    ? { include, exclude, allow, adds, continues, any, unknown }
    : null;
}

const isAllowed = (lead: string, rest: string): boolean =>
  allowedBefore.test(lead) || (allowedAfter.test(rest) && !onlyBefore.test(lead));
