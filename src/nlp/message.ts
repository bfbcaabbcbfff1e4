import type { Airline } from '../domain/reference/airlines.ts';
import type { DateReading } from './dates/reading.ts';
import { readDates } from './dates/read-dates.ts';
import type { Gazetteer, PlaceReading } from './gazetteer/place-reading.ts';
import { germanInEnglish } from './german/german-in-english.ts';
import { keepApart } from './keep-apart.ts';
import type { UnderstandContext } from './language.ts';
import { normalise } from './normalise.ts';
import type { AirlineName, AirlineNames } from './parsers/airline-names.ts';
import { cuedAirlines } from './parsers/cued-airlines.ts';
import { isOfferQuestion, sentencesOf } from './parsers/offer-question.ts';
import { consulting, postponing } from './parsers/remark.ts';
import { withRoom } from './parsers/room-for-place.ts';
import { withoutPricedOffers } from './parsers/priced-offer.ts';
import { unknownNamesBeside } from './parsers/unknown-names.ts';
import { partOf, passageOf, type KnownPassages, type Passage } from './patterns/passage.ts';
import { Pattern } from './patterns/pattern.ts';
import { marks, skeletonOf, type Mention } from './skeleton.ts';
import type { Span } from './span.ts';

/** Something read in the message, and where its mark stands in the skeleton. */
export interface Placed<Value> {
  readonly at: number;
  readonly span: Span<Value>;
}

/** A message taken apart: its grammar, and what stands in it. */
export interface Message {
  /** As written, in plain form, in English and with keywords spelt right. */
  readonly normalised: string;
  /** The same in lower case, which takes the same places. */
  readonly lower: Passage;
  /** The whole skeleton; see skeleton.ts. */
  readonly whole: Passage;
  /** The same length, with questions about offers and what offers are pointed at with blanked: nothing of it is wished for. */
  readonly wishes: Passage;
  /** Some sentence asks about an offer. */
  readonly asks: boolean;
  readonly places: readonly Placed<PlaceReading>[];
  readonly dates: readonly Placed<DateReading>[];
  readonly airlines: readonly Placed<AirlineName>[];
  /** Dates, airlines and places of the whole message, questions included: what offers are pointed at with. */
  readonly pointers: {
    readonly dates: readonly Placed<DateReading>[];
    readonly airlines: readonly Placed<AirlineName>[];
    readonly places: readonly Placed<PlaceReading>[];
  };
}

/** What the reading of a message needs to know of the world. */
export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly airlineNames: AirlineNames;
  readonly airlines: ReadonlyMap<string, Airline>;
  readonly passages: KnownPassages;
  /** Writes out what was typed for short, and puts right what was mistyped. */
  readonly plainWords: (text: string) => string;
}

/** Takes a message apart. Dates win over airlines and places of the same words, airlines over places. */
export function readMessage(
  written: string,
  { gazetteer, airlineNames, passages, plainWords }: Lexicon,
  context: UnderstandContext,
): Message {
  const english = germanInEnglish(normalise(written), (text) => gazetteer.findPlaces(text));
  const normalised = plainWords(english);
  const lower = passageOf(normalised.toLowerCase());
  const { asked, hasOffers } = context;
  const isAnswer = asked.includes('origin') || asked.includes('destination');
  const found: Found[] = [];
  for (const span of readDates(normalised, lower, context))
    if (!(hasOffers && pointsAtOffer(span, normalised)) && !isOfAnAge(span, normalised))
      found.push({ kind: 'date', start: span.start, end: span.end, span });
  const names = airlineNames.find(normalised);
  const placesFound = gazetteer.findPlaces(normalised);
  for (const span of cuedAirlines(normalised, names, placesFound, asked.includes('airline')))
    found.push({ kind: 'airline', start: span.start, end: span.end, span });
  for (const span of withRoom(normalised, lower.text, placesFound, isAnswer))
    found.push({ kind: 'place', start: span.start, end: span.end, span });
  const known = keepApart(found);
  const named = known.flatMap((each) => (each.kind === 'place' ? [each.span] : []));
  const unknown = unknownNamesBeside(normalised, named, known).map((span): Found => ({
    kind: 'place',
    start: span.start,
    end: span.end,
    span,
  }));
  const mentions = unknown.length > 0 ? keepApart([...known, ...unknown]) : known;
  const { text, markedAt } = skeletonOf(lower.text, mentions);
  const whole = passages(text);
  const unasked = wishesOf(whole, hasOffers, passages);
  const ofTrip = postponing.test(whole) ? comingBack.blankIn(unasked) : unasked;
  const wishes = hasOffers ? withoutPricedOffers(beside.blankIn(ofTrip)) : unasked;
  const parts: Parts = {
    places: [],
    dates: [],
    airlines: [],
    pointers: { dates: [], airlines: [], places: [] },
  };
  mentions.forEach((mention, index) => {
    const at = markedAt[index] ?? 0;
    take(parts, mention, at, wishes.text[at] !== ' ');
  });
  return { ...parts, normalised, lower, whole, wishes, asks: unasked !== whole };
}

/** What was found in a message, of whatever kind. */
type Found = Mention &
  (
    | { readonly kind: 'place'; readonly span: Span<PlaceReading> }
    | { readonly kind: 'date'; readonly span: Span<DateReading> }
    | { readonly kind: 'airline'; readonly span: Span<AirlineName> }
  );

/** The parts of a message while they are collected. */
interface Parts {
  readonly places: Placed<PlaceReading>[];
  readonly dates: Placed<DateReading>[];
  readonly airlines: Placed<AirlineName>[];
  readonly pointers: {
    readonly dates: Placed<DateReading>[];
    readonly airlines: Placed<AirlineName>[];
    readonly places: Placed<PlaceReading>[];
  };
}

function take({ places, dates, airlines, pointers }: Parts, found: Found, at: number, isWish: boolean): void {
  if (found.kind === 'place') {
    const placed = { at, span: found.span };
    pointers.places.push(placed);
    if (isWish) places.push(placed);
  } else if (found.kind === 'date') {
    const placed = { at, span: found.span };
    pointers.dates.push(placed);
    if (isWish) dates.push(placed);
  } else {
    const placed = { at, span: found.span };
    pointers.airlines.push(placed);
    if (isWish) airlines.push(placed);
  }
}

/** "Hold it until tomorrow", "that's all for today", "ask my wife": no day to fly on, and nobody who flies. */
const beside = new Pattern(
  `\\b${consulting}\\b|\\b(?:that's (?:all|it|enough)|i'm done|enough) for (?:now|${marks.date})|\\b(?:hold|reserve|keep|save) (?:it|this|that|the|my)\\b[^.?!]{0,30} (?:until|till|for|through) (?:the )?(?:${marks.date}|\\d+ (?:hours?|hrs?))`,
  'g',
);

/** "I'll think about it and come back tomorrow": to this conversation. */
const comingBack = new Pattern(
  `\\b(?:(?:come|get|be|check) back|let you know|tell you|decide|book(?: it)?|reply|answer|talk|do (?:it|this|that))(?: to (?:you|this|it|you on this))?(?: again)? (?:by |on |until |before )?(?:the )?${marks.date}`,
  'g',
);

const route = new Pattern(`\\bfrom ${marks.place} to (?:the )?${marks.place}`);

/** The passage with every sentence blanked that asks about an offer; itself where none does. Before there are offers a route is a wish. */
function wishesOf(whole: Passage, hasOffers: boolean, passages: KnownPassages): Passage {
  let wishes = '';
  let asks = false;
  for (const { start, end } of sentencesOf(whole.text)) {
    const sentence = partOf(whole, start, end);
    const isQuestion = isOfferQuestion(sentence) && (hasOffers || !route.test(sentence));
    asks ||= isQuestion;
    wishes += isQuestion ? ' '.repeat(end - start) : whole.text.slice(start, end);
  }
  return asks ? passages(wishes) : whole;
}

/** With offers on the table "is there wifi on the second" is about the second of them, unless a word of leaving stands before it. */
const pointsAtOffer = ({ start, text }: Span<DateReading>, normalised: string): boolean =>
  /^(?:on )?the (?:first|second|third|fourth|fifth|last)$/i.test(text)
    ? !/\b(?:leav|depart|return|back|fly|go|arriv|travel)[a-z]{0,4} $/i.test(normalised.slice(0, start))
    : /^the [1-9](?:st|nd|rd|th)$/i.test(text) && taking.test(normalised.slice(0, start));

/** "One of the kids turns 12 in February": when somebody comes to an age, which is no day to fly on. */
const isOfAnAge = ({ start }: Span<DateReading>, normalised: string): boolean =>
  comingOfAge.test(normalised.slice(Math.max(0, start - 30), start));

const comingOfAge =
  /\b(?:turn(?:s|ed|ing)?|(?:he|she|kids?|child|son|daughter|baby|one) (?:will be|becomes)) (?:\d{1,2} )?(?:(?:in|on|this|next) )?$/i;

/** "I'll take the 2nd" is of offers, "make it the 2nd" of days. */
const taking =
  /\b(?:take|have|choose|pick|book|buy|select|reserve|get|want|prefer|like|go with|going with|opt for)(?: me)? $/i;
