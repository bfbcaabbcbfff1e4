import { fromMajorUnits, type Money } from '../../domain/money.ts';
import { currencyOf, currencyPattern } from './currency.ts';
import { dearer } from './unsearchable.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** A ceiling, or `any` to lift the one that stood. */
export type PriceSaid = { readonly ceiling: Money; readonly perTraveller: boolean } | 'any';

const amount = new Pattern(
  `(?:(${currencyPattern}) ?)?((?:\\d{1,3}(?:[,. ']\\d{3}){1,2}|\\d{1,7})(?:[.,]\\d{1,2})?(?![\\d]))(?: ?(k|grand|thousand|hundred)(?![a-z]))?(?: ?(${currencyPattern}))?`,
  'g',
);
const wordAmount = new Pattern(
  /\b(a|one|two|three|four|five|six|seven|eight|nine|ten) (grand|thousand|hundred)\b/g,
);
const wordValues = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const ceilingBefore =
  /(?:\b(?:between [^ ]{1,9} and|from [^ ]{1,9} to|under|below|less than|lower than|cheaper than|no more than|not more than|more than|nothing over|nothing above|nothing more than|max(?:imum)?|up to|at most|within|not over|not above|not exceed(?:ing)?|budget|limit|cap|ceiling|spend(?:ing)?(?: up to| at most| about| around| over| more than)?|pay(?:ing)?(?: up to| at most| over| more than)?|keep it under|price limit|afford|have|around|about|for)|[<~]=?)(?: price| budget| limit)?(?: (?:of|is|to|at|it|about|around|approximately|roughly|maybe|like|it's|only|just|under|below|a|total of|the|max(?:imum)?)){0,3}[: ]{0,2}$/;
const strongBefore =
  /\b(?:between|from|under|below|less than|lower than|cheaper than|no more than|not more than|nothing over|nothing above|nothing more than|max(?:imum)?|up to|at most|not over|not above|exceed|exceeding|budget|limit|cap|ceiling|spend|spending|pay|price|<|afford)\b/;
/** "We have 1200 to spend". */
const ownBefore = /\b(?:i|we)(?: only|'ve| have| got){1,3}(?: about| around| up to| only| just)? $/;
const ownAfter =
  /^(?:[.!,]|$| (?:to spend|in total|total|altogether|in all|max|for (?:it|this|everything|all|both|the)))/;
const ceilingAfter =
  /^(?: (?:total|all in|altogether|each|per (?:person|head|ticket)|pp|dollars?))?,? (?:or (?:less|under|below|cheaper|lower)|max(?:imum)?\b|tops|at (?:the )?most|budget|limit|ceiling|and under|and below)/;
const otherUnit =
  /^(?: |-)?(?:h\b|hrs?\b|hours?|m\b|mins?\b|minutes?|stops?|stopovers?|layovers?|connections?|people|persons?|adults?|kids?|children|passengers?|travell?ers?|tickets?|seats?|days?|nights?|weeks?|months?|years?|bags?|suitcases?|of us|am\b|pm\b|a\.m|p\.m|o'clock|%|kg|st\b|nd\b|rd\b|th\b|:|\/\d|way|or (?:two|three|\d) stops?|more)/;
const difference = new RegExp(`^ ${dearer}\\b`);
const perTraveller =
  /\b(?:per (?:person|head|passenger|travell?er|ticket|adult|seat)|each|a (?:head|person|piece|ticket)|apiece|pp|p\.p)\b/;
const lifted = new Pattern(
  /\b(?:drop|remove|forget|lift|ignore|scrap|no|without(?: a| any)?) (?:the |my |about the |about my )?(?:price|budget|cost|spending)(?: limit| cap| ceiling| restriction| constraint| filter| max)?\b(?! (?:airlines?|carriers?|flights?|options?))|\b(?:money|price|budget|cost) (?:is no|isn't an?|is not an?|doesn't|does not|no) (?:object|issue|problem|concern|matter)|\b(?:any price|at any (?:price|cost)|(?:don't|do not) (?:care|mind) (?:about|how much|what) (?:the |it |i )?(?:price|cost|costs|pay)|no (?:price )?(?:limit|cap))\b/,
);

/** The price ceiling a message names; null where none. Without a currency the locale's own is meant. */
export function readPrice(passage: Passage, locale: string): PriceSaid | null {
  const inFigures = withFigures(passage);
  const { text } = inFigures;
  for (const match of amount.matches(inFigures)) {
    const [whole, signBefore, figures = '', unit, signAfter] = match;
    const before = text.slice(Math.max(0, match.index - 45), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 40);
    const sign = signBefore ?? signAfter;
    if (/[\d.:/-]$/.test(before) || difference.test(after)) continue;
    if (sign === undefined && otherUnit.test(after)) continue;
    const value = valueOf(figures) * (unit === undefined ? 1 : unit === 'hundred' ? 100 : 1000);
    const limited = ceilingBefore.exec(before);
    const owned = value >= 100 && ownBefore.test(before) && ownAfter.test(after);
    const strong = owned || (limited !== null && strongBefore.test(limited[0])) || ceilingAfter.test(after);
    if (!strong && !(limited && sign !== undefined)) continue;
    if (value <= 0 || value > 10_000_000 || (sign === undefined && value < 20)) continue;
    const ceiling = fromMajorUnits(value, currencyOf(sign, locale));
    return {
      ceiling,
      perTraveller: perTraveller.test(after) || /\b(?:each|per person)\b[^,.;]*$/.test(before),
    };
  }
  return lifted.test(passage) ? 'any' : null;
}

/** "Two thousand" as 2000. */
function withFigures(passage: Passage): Passage {
  if (!wordAmount.test(passage)) return passage;
  const figures = passage.text.replace(wordAmount.regex, (_, count: string, unit: string) => {
    const value = Math.max(1, wordValues.indexOf(count)) * (unit === 'hundred' ? 100 : 1000);
    return String(value);
  });
  return passageOf(figures);
}

/** "4,000", "1.200,50", "1 200" and "412.30": a last group of one or two figures is the fraction, groups of three are thousands. */
function valueOf(figures: string): number {
  const fraction = /[.,](\d{1,2})$/.exec(figures);
  const whole = fraction ? figures.slice(0, fraction.index) : figures;
  return Number(whole.replace(/\D/g, '')) + (fraction ? Number(`0.${fraction[1] ?? '0'}`) : 0);
}
