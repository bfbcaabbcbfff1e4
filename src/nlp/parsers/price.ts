import { fromMajorUnits, majorUnits, type Money } from '../../domain/money.ts';
import { currencyOf, currencyPattern } from './currency.ts';
import { aircraft, dearer, leastPrice } from './unsearchable.ts';
import { passageOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

/** A ceiling, or `any` to lift the one that stood. */
export type PriceSaid = { readonly ceiling: Money; readonly perTraveller: boolean } | 'any';

const amount = new Pattern(
  `(?:(${currencyPattern}) ?)?((?:\\d{1,3}(?:[,. ']\\d{3}){1,2}|\\d{1,7})(?:[.,]\\d{1,2})?(?![\\d]))(?: ?(k|grand|thousand|hundred|lakhs?|lacs?|crores?)(?![a-z]))?(?: ?(${currencyPattern}))?`,
  'g',
);
const wordAmount = new Pattern(
  /\b(a|one|two|three|four|five|six|seven|eight|nine|ten) (grand|thousand|hundred)\b/g,
);
const wordValues = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const ceilingBefore =
  /(?:\b(?:between [^ ]{1,9} and|from [^ ]{1,9} to|under|below|less than|lower than|cheaper than|(?:not|nothing|never|no|none|anything)(?: [a-z']{2,8}){0,3} (?:more expensive|dearer|pricier|higher) (?:than|of)|no more than|not more than|more than|nothing over|nothing above|nothing more than|(?:hide|exclude|filter out|remove|leave out|skip)(?: (?:any|all|the|anything|everything|flights|options|ones|offers|fares|tickets|that are)){1,3} (?:over|above|more than)|max(?:imum)?|up to|at most|within|not over|not above|not exceed(?:ing)?|budget|limit|cap|ceiling|stretch(?:ing)?(?: it| that| the budget)?|as high as|spend(?:ing)?(?: up to| at most| about| around| over| more than)?|pay(?:ing)?(?: up to| at most| over| more than)?|keep it under|price limit|afford|have|around|about|for)|[<~]=?|≤)(?: price| budget| limit)?(?: (?:of|is|to|at|it|about|around|approximately|roughly|maybe|like|it's|only|just|under|below|a|total of|the|max(?:imum)?)){0,3}[: ]{0,2}$/;
const strongBefore =
  /\b(?:between|from|under|below|less than|lower than|cheaper than|more expensive|dearer|pricier|no more than|not more than|nothing over|nothing above|nothing more than|(?:hide|exclude|filter out|remove|leave out|skip)(?: (?:any|all|the|anything|everything|flights|options|ones|offers|fares|tickets|that are)){1,3} (?:over|above|more than)|max(?:imum)?|up to|at most|not over|not above|exceed|exceeding|budget|limit|cap|ceiling|stretch|stretching|as high as|spend|spending|pay|price|afford)\b|[<≤]/;
/** "We have 1200 to spend". */
const ownBefore = /\b(?:i|we)(?: only|'ve| have| got){1,3}(?: about| around| up to| only| just)? $/;
const ownAfter =
  /^(?:[.!,]|$| (?:to spend|in total|total|altogether|in all|max|for (?:it|this|everything|all|both|the)))/;
const ceilingAfter =
  /^(?: (?:total|all in|altogether|each|per (?:person|head|ticket)|pp|dollars?))?,? (?:or (?:less|under|below|cheaper|lower)|max(?:imum)?\b|tops|at (?:the )?most|budget|limit|ceiling|and under|and below)/;
const otherUnit =
  /^(?: |-)?(?:h\b|hrs?\b|hours?|m\b|mins?\b|minutes?|stops?|stopovers?|layovers?|connections?|people|persons?|adults?|kids?|children|passengers?|travell?ers?|tickets?|seats?|days?|nights?|weeks?|months?|years?|bags?|suitcases?|of us|am\b|pm\b|a\.m|p\.m|o'clock|%|kg|st\b|nd\b|rd\b|th\b|:|\/\d|way|or (?:two|three|\d) stops?|more)/;
/** "A $200 voucher" is what somebody has, not what they would pay. */
const ofVoucher =
  /^ (?:(?:travel|gift|flight|airline|airlines|future|delta|\ue002) ){0,2}(?:vouchers?|credits?|e-?credits?|gift ?cards?|coupons?|refunds?|discounts?|off\b|cash ?back)/;
const difference = new RegExp(`^ ${dearer}\\b`);
const perTraveller =
  /\b(?:per (?:person|head|passenger|travell?er|ticket|adult|seat)|each|a (?:head|person|piece|ticket)|apiece|pp|p\.p)\b/;
/** "300 per person": what each may pay. */
const eachBehind =
  /^ ?(?:per (?:person|head|passenger|travell?er|ticket|adult|seat)|each|a head|apiece|pp|p\.p)\b/;
const lifted = new Pattern(
  /\b(?:drop|remove|forget|lift|ignore|scrap|no|without(?: a| any)?) (?:the |my |about the |about my )?(?:price|budget|cost|spending)(?: limit| cap| ceiling| restriction| constraint| filter| max)?\b(?! (?:airlines?|carriers?|flights?|options?))|\b(?:money|price|budget|cost) (?:is no|isn't an?|is not an?|doesn't|does not|no) (?:object|issue|problem|concern|matter)|\b(?:any price|at any (?:price|cost)|(?:don't|do not) (?:care|mind) (?:about|how much|what) (?:the |it |i )?(?:price|cost|costs|pay)|no (?:price )?(?:limit|cap))\b/,
);

/** The price ceiling a message names; null where none. Without a currency that of the known one is meant, or else the locale's own. */
export function readPrice(whole: Passage, locale: string, known: Money | null): PriceSaid | null {
  // "No 737 max" is an airplane, and "nothing under 100" the opposite of a ceiling.
  const passage = leastPrice.blankIn(aircraft.blankIn(whole));
  const again = known && readAgain(passage, locale, known);
  if (again) return again;
  const moved = known && readMoved(passage, known);
  if (moved) return moved;
  const inFigures = withUpperEnds(withFigures(passage));
  const { text } = inFigures;
  for (const match of amount.matches(inFigures)) {
    const [said, signBefore, figures = '', unit, signAfter] = match;
    const before = text.slice(Math.max(0, match.index - 45), match.index);
    const after = text.slice(match.index + said.length, match.index + said.length + 40);
    const sign = signBefore ?? signAfter;
    if (/[\d.:/-]$/.test(before) || difference.test(after) || ofVoucher.test(after)) continue;
    if (sign === undefined && otherUnit.test(after)) continue;
    const value = valueOf(figures) * timesOf(unit);
    const limited = ceilingBefore.exec(before);
    const owned = value >= 100 && ownBefore.test(before) && ownAfter.test(after);
    const strong =
      owned ||
      (value >= 50 && eachBehind.test(after)) ||
      (limited !== null && strongBefore.test(limited[0])) ||
      ceilingAfter.test(after);
    const alone =
      sign !== undefined &&
      /(?:^|[,;.] )$/.test(before) &&
      /^(?: each| per person| total| in total)?(?:$|[,;.!])/.test(after);
    if (!strong && !alone && !(limited && sign !== undefined)) continue;
    if (conditionBefore.test(before)) continue;
    if (value <= 0 || value > 10_000_000 || (sign === undefined && value < 20)) continue;
    const currency = sign ?? (/^(?:la|cr)/.test(unit ?? '') ? 'inr' : undefined);
    const ceiling = fromMajorUnits(
      value,
      currency === undefined && known ? known.currency : currencyOf(currency, locale),
    );
    return {
      ceiling,
      perTraveller: perTraveller.test(after) || /\b(?:each|per person)\b[^,.;]*$/.test(before),
    };
  }
  return lifted.test(passage) ? 'any' : null;
}

const timesOf = (unit: string | undefined): number =>
  unit === undefined
    ? 1
    : unit.startsWith('la')
      ? 100_000
      : unit.startsWith('cr')
        ? 10_000_000
        : unit === 'hundred'
          ? 100
          : 1000;

/** "If it is under 400": when something else is wished for, and no limit. */
const conditionBefore =
  /\bif (?:it|that|this|they|the (?:price|fare|cost))(?:'s| is| are| costs?| comes? (?:in )?(?:to)?| stays?)? ?(?:under|below|less than|cheaper than|at most|up to|no more than|within|only)? ?$/;

const amountAgain = new Pattern(
  `^(?:(?:ok|okay|fine|alright|then|so|and|no|make it|let's say|say|try|what about|how about),? ){0,3}(${currencyPattern})? ?(\\d{2,6}) ?(${currencyPattern})?(?:,? (?:then|instead|please|max|is fine|is ok)){0,2}[.!?]?$`,
);
const currencyAgain = new Pattern(
  `^(?:(?:sorry|no|i mean|i meant|in),? ){0,2}(${currencyPattern})(?:,? (?:i mean|i meant|sorry|not [a-z$€£]{1,8}|of course)){0,2}[.!]?$`,
);
const eachAgain = new Pattern(
  /^(?:(?:sorry|no|i mean|i meant|that's|that is|it's),? ){0,2}(?:per (?:person|head|passenger|traveller|traveler)|each|a head|pp)(?:,? (?:i mean|i meant|sorry|not in total)){0,2}[.!]?$/,
);

const limitNoun = '(?:price |budget |spending )?(?:budget|limit|price|max(?:imum)?|ceiling|cap)';
/** "Raise the budget by 200", "add 100 to the limit". */
const moves = new Pattern(
  `\\b(?:(raise|increase|bump(?: up)?|lift|extend|stretch|up|push(?: up)?)|(?:lower|reduce|decrease|drop|cut|bring down))(?: (?:it|(?:the|my|our) ${limitNoun}))?(?: up| down)? by (?:${currencyPattern} ?)?(\\d{1,6})(?! ?(?:days?|weeks?|hours?|nights?|minutes?|mins?|h|%|percent)\\b)|\\badd (?:another |an extra )?(?:${currencyPattern} ?)?(\\d{1,6})(?: ?${currencyPattern})? (?:more )?to (?:the|my|our) ${limitNoun}\\b`,
);

/** The ceiling that stands, so much higher or lower. */
function readMoved(passage: Passage, known: Money): PriceSaid | null {
  const match = moves.exec(passage);
  if (!match) return null;
  const [, up, by, added] = match;
  const change = Number(by ?? added) * (up !== undefined || added !== undefined ? 1 : -1);
  const amount = majorUnits(known) + change;
  return amount > 0 ? { ceiling: fromMajorUnits(amount, known.currency), perTraveller: false } : null;
}

/** What is said of the ceiling that stands: another amount, its currency, or that it is for each. */
function readAgain(passage: Passage, locale: string, known: Money): PriceSaid | null {
  const amountSaid = amountAgain.exec(passage);
  if (amountSaid) {
    const sign = amountSaid[1] ?? amountSaid[3];
    const currency = sign === undefined ? known.currency : currencyOf(sign, locale);
    return { ceiling: fromMajorUnits(Number(amountSaid[2]), currency), perTraveller: false };
  }
  const sign = currencyAgain.exec(passage)?.[1];
  if (sign !== undefined)
    return { ceiling: fromMajorUnits(majorUnits(known), currencyOf(sign, locale)), perTraveller: false };
  return eachAgain.test(passage) ? { ceiling: known, perTraveller: true } : null;
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

/** "400-500", "1-2k" or "$400 to $500": who names both ends wants to pay no more than the second. */
const range = new Pattern(
  `(?<![\\d.,:/-])(from |between )?(${currencyPattern} ?)?(\\d{1,6})(?: ?k)?( ?${currencyPattern})? ?(?:-|to) ?(${currencyPattern} ?)?(\\d{1,6})( ?k)?( ?${currencyPattern})?(?![\\d:/-]|[.,]\\d|[a-z])`,
  'g',
);

function withUpperEnds(passage: Passage): Passage {
  const found = range.matches(passage);
  if (found.length === 0) return passage;
  let { text } = passage;
  for (const [said, from, sign, low = '', signLow, signHigh, high = '', thousand, behind] of found) {
    const isMoney = [sign, signLow, signHigh, behind, thousand].some(Boolean) || low.length >= 3;
    if (!isMoney || Number(low) >= Number(high)) continue;
    const upper = `${signHigh ?? sign ?? ''}${high}${thousand ?? ''}${behind ?? signLow ?? ''}`;
    text = text.replace(said, () => (from ? `up to ${upper}` : upper));
  }
  return passageOf(text);
}

/** "4,000", "1.200,50", "1 200" and "412.30": a last group of one or two figures is the fraction, groups of three are thousands. */
function valueOf(figures: string): number {
  const fraction = /[.,](\d{1,2})$/.exec(figures);
  const whole = fraction ? figures.slice(0, fraction.index) : figures;
  return Number(whole.replace(/\D/g, '')) + (fraction ? Number(`0.${fraction[1] ?? '0'}`) : 0);
}
