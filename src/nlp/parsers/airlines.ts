import type { Span } from '../span.ts';
import { isIndifferent } from './indifference.ts';
import type { AirlineName } from './airline-names.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** What a message says of airlines; codes are IATA. */
export interface AirlinesSaid {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Neither wanted nor refused: "I don't mind Ryanair". */
  readonly allow: readonly string[];
  /** Lifts the wish for certain airlines. */
  readonly any: boolean;
  /** Names of airlines nobody knows. */
  readonly unknown: readonly string[];
}

const cuedBefore =
  /\b(?:with|on|via|through|using|use|by|fly|flying|take|taking|prefer(?:s|red|ring|ably|ence is| to fly| to travel| to use)?|preferablly|try|choose|like|love|hate|avoid|without|no|not|exclude|excluding|except|but|than|over|or|and|only|is|maybe|be|want|book|airline|carrier|airlines|about|ideally|hopefully|also|drop|remove|lose|an?|the|any|other)(?: (?:an?|the|only|with|on|maybe|be|either|like|fly|flying|use))?,? $/;
const cuedAfter =
  /^(?:'s)? (?:flights?|air|airlines?|airways|only|tickets?|one\b|please|instead|if possible|planes?|fares?|miles|is|would|or|and)/;
const placeBefore = /\b(?:to|from|in|into|visit|near|around)(?: the)? $/;

/** Drops everyday words that nothing around them marks as an airline. */
export function cuedAirlines(
  text: string,
  names: readonly Span<AirlineName>[],
  asked: boolean,
): Span<AirlineName>[] {
  const onlyCodes = names.length > 0 && isOnlyCodes(text, names);
  const cued = names.map((span) => isCued(text, span, asked || onlyCodes));
  // "BA, Virgin or AF": a code beside an airline is one.
  for (const step of [1, -1])
    for (let at = step > 0 ? 1 : names.length - 2; at >= 0 && at < names.length; at += step)
      cued[at] ||=
        cued[at - step] === true &&
        names[at]?.value.bare === 'code' &&
        areJoined(text, names[at - step], names[at]);
  return names.filter((_, index) => cued[index]);
}

function isCued(text: string, span: Span<AirlineName>, asked: boolean): boolean {
  if (!span.value.everyday) return true;
  const before = text.slice(Math.max(0, span.start - 40), span.start).toLowerCase();
  const after = text.slice(span.end, span.end + 30).toLowerCase();
  if (/^(?:'s)? (?:flights?|airlines?|airways|one\b)/.test(after)) return true;
  if (span.value.bare) return asked || codeBefore.test(before) || codeAfter.test(after);
  if (placeBefore.test(before)) return false;
  if (cuedAfter.test(after) || asked) return true;
  const capital = /^\p{Lu}/u.test(span.text);
  return cuedBefore.test(before) && (capital || !/\b(?:an?|the|any|other) $/.test(before));
}

/** What stands before an airline and before next to nothing else of two letters. */
const codeBefore =
  /\b(?:with|on|by|(?:what|how) about|fly(?:ing)?|only|just|avoid(?:ing)?|without|exclud(?:e|ing)|except|prefer|airlines?|carriers?|drop|remove|hate|love|like|either|tak(?:e|ing)|try|not|no)(?: (?:with|on|the|either|only|any))? $/;
const codeAfter = /^ (?:only|fares?|tickets?|planes?)\b/;

function areJoined(
  text: string,
  one: Span<AirlineName> | undefined,
  other: Span<AirlineName> | undefined,
): boolean {
  if (!one || !other) return false;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return alsoBefore.test(text.slice(first.end, second.start).toLowerCase());
}

/** "BA or VS, please". */
function isOnlyCodes(text: string, names: readonly Span<AirlineName>[]): boolean {
  let rest = '';
  let end = 0;
  for (const span of names) {
    rest += text.slice(end, span.start);
    end = span.end;
  }
  return /^(?:[ ,.!?/&]|\b(?:or|and|only|just|please|ok|okay|maybe)\b)*$/i.test(rest + text.slice(end));
}

const refusedBefore =
  /(?:\b(?:no|not|without|avoid(?:ing)?|exclude|excluding|except(?: for)?|skip|anything but|anyone but|any airline but|all but|everything but|never|hate|don't (?:want|like|show|fly|use)(?: me| to fly| to use| to take)?|do not (?:want|like|show|fly|use)(?: me| to fly)?|rather not(?: fly| take| use)?|not (?:fly|flying|on|with|with the)|other than|instead of|besides|drop|remove|refuse to fly)(?: (?:with|on|the|any|by|a|an|me|fly|flying|taking|use|using|through)){0,3}) $/;
const allowedBefore =
  /\b(?:don't mind|do not mind|dont mind|fine with|ok(?:ay)? with|happy with|nothing against|include|including) (?:flying )?(?:with |on )?$/;
const alsoBefore = /^(?:,|,? and|,? or|,? nor|\/|,? &) ?$/;
const lifted = new Pattern(
  /\b(?:any|whatever|whichever|all|every|different|other) (?:airlines?|carriers?)\b(?! but| except| other)|\b(?:airlines?|carriers?) (?:does ?n[o']t|does not|do not|don't|doesnt|is not|isn't|aren't) (?:really |actually )?(?:matter|important|an issue|a concern)|\b(?:don't|do not|dont|doesn't|not) (?:really |actually |particularly |have to )?(?:care|mind|picky|matter|specific|fussy|particular|have (?:a|any) (?:airline )?preference)(?: about| on| for| to)?(?: me)?(?: which| what)?(?: the| any| about the)? ?(?:airlines?|carriers?)\b|\bdoesn't matter (?:which|what) (?:airline|carrier)|\bno (?:airline|carrier)s? preference|\bno preference (?:on|for|about|in|of|as to|with|regarding|when it comes to) (?:the |an? )?(?:airlines?|carriers?)|\b(?:not|nothing) (?:picky|particular|specific) (?:about|on|with) (?:the )?(?:airlines?|carriers?)|\b(?:open|flexible) (?:to|on|about|with) (?:any |the |all )?(?:airlines?|carriers?)/,
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
  let previous: { readonly end: number; readonly refused: boolean } | undefined;
  for (const { at, code } of names) {
    const joined = previous !== undefined && alsoBefore.test(text.slice(previous.end, at));
    const lead = text.slice(Math.max(0, at - 50), at);
    const refused = refusedBefore.test(lead) || (joined && previous?.refused === true);
    const list = allowedBefore.test(lead) ? allow : refused ? exclude : include;
    if (!list.includes(code)) list.push(code);
    previous = { end: at + 1, refused };
  }
  const foreign = unknownAirline.exec(passage)?.[1]?.trim();
  const unknown = foreign !== undefined && !notNames.test(foreign) ? [foreign] : [];
  const any =
    include.length === 0 &&
    (anyBut.test(passage) || lifted.test(passage) || (asked && isIndifferent(passage)));
  return include.length + exclude.length + allow.length + unknown.length > 0 || any
    ? { include, exclude, allow, any, unknown }
    : null;
}
