import type { Airline } from '../domain/reference/airlines.ts';
import type { Slot } from '../domain/trip.ts';
import type { DateReading } from './dates/reading.ts';
import { readDates } from './dates/read-dates.ts';
import type { Gazetteer, PlaceReading } from './gazetteer/place-reading.ts';
import type { UnderstandContext } from './language.ts';
import { normalise } from './normalise.ts';
import type { AirlineName, AirlineNames } from './parsers/airline-names.ts';
import { cuedAirlines } from './parsers/airlines.ts';
import { isOfferQuestion, sentencesOf } from './parsers/offer-question.ts';
import { withRoom } from './parsers/room-for-place.ts';
import { keepApart, skeletonOf, type Mention } from './skeleton.ts';
import type { Span } from './span.ts';

/** Something read in the message, and where its mark stands in the skeleton. */
export interface Placed<Value> {
  readonly at: number;
  readonly span: Span<Value>;
}

/** A message taken apart: its grammar, and what stands in it. */
export interface Message {
  /** As written, in plain form. */
  readonly normalised: string;
  /** The whole skeleton; see skeleton.ts. */
  readonly whole: string;
  /** The same length, with questions about offers blanked: what is asked there is not wished for. */
  readonly wishes: string;
  /** Some sentence asks about an offer. */
  readonly asks: boolean;
  readonly places: readonly Placed<PlaceReading>[];
  readonly dates: readonly Placed<DateReading>[];
  readonly airlines: readonly Placed<AirlineName>[];
  /** Dates and airlines of the whole message, questions included: what offers are pointed at with. */
  readonly pointers: {
    readonly dates: readonly Placed<DateReading>[];
    readonly airlines: readonly Placed<AirlineName>[];
  };
}

/** What the reading of a message needs to know of the world. */
export interface Lexicon {
  readonly gazetteer: Gazetteer;
  readonly airlineNames: AirlineNames;
  readonly airlines: ReadonlyMap<string, Airline>;
}

/** Takes a message apart. Dates win over airlines and places of the same words, airlines over places. */
export function readMessage(
  written: string,
  { gazetteer, airlineNames }: Lexicon,
  context: UnderstandContext,
): Message {
  const normalised = normalise(written);
  const dates = readDates(normalised, context).filter(
    (span) => !(context.hasOffers && pointsAtOffer(span, normalised)),
  );
  const names = cuedAirlines(
    normalised,
    airlineNames.find(normalised),
    context.asked.includes('airline' satisfies Slot),
  );
  const isAnswer = context.asked.includes('origin') || context.asked.includes('destination');
  const places = withRoom(normalised, gazetteer.findPlaces(normalised), isAnswer);
  const mentions: Mention[] = keepApart<unknown>([
    ...dates.map((span) => ({ ...span, kind: 'date' as const })),
    ...names.map((span) => ({ ...span, kind: 'airline' as const })),
    ...places.map((span) => ({ ...span, kind: 'place' as const })),
  ]);
  const { text: whole, mentions: marked } = skeletonOf(normalised, mentions);
  let wishes = '';
  let asks = false;
  for (const sentence of sentencesOf(whole)) {
    const question = isOfferQuestion(sentence.text);
    asks ||= question;
    wishes += question ? ' '.repeat(sentence.text.length) : sentence.text;
  }
  const all = <Value>(kind: Mention['kind']): Placed<Value>[] =>
    marked
      .filter(({ mention }) => mention.kind === kind)
      .map(({ at, mention }) => ({ at, span: mention as Span<Value> }));
  const of = <Value>(kind: Mention['kind']): Placed<Value>[] =>
    all<Value>(kind).filter(({ at }) => wishes[at] !== ' ');
  return {
    normalised,
    whole,
    wishes,
    asks,
    places: of<PlaceReading>('place'),
    dates: of<DateReading>('date'),
    airlines: of<AirlineName>('airline'),
    pointers: { dates: all<DateReading>('date'), airlines: all<AirlineName>('airline') },
  };
}

/** With offers on the table "is there wifi on the second" is about the second of them, unless a word of leaving stands before it. */
const pointsAtOffer = ({ start, text }: Span<DateReading>, normalised: string): boolean =>
  /^(?:on )?the (?:first|second|third|fourth|fifth|last)$/i.test(text) &&
  !/\b(?:leav|depart|return|back|fly|go|arriv|travel)[a-z]{0,4} $/i.test(normalised.slice(0, start));
