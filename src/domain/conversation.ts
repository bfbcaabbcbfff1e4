import type { Offer } from './offer.ts';
import type { PartAnswer } from './part-answer.ts';
import { emptyTrip, type Slot, type Trip } from './trip.ts';
import type { Ambiguity, OfferTopic } from './understood.ts';

/** What the sources were told to leave out, so that a wider wish needs a new search. */
export interface SearchHints {
  readonly maxStops: number | null;
  readonly includeAirlines: readonly string[];
  readonly excludeAirlines: readonly string[];
  readonly refundableOnly: boolean;
  /** Departure times a leg, "from-to". */
  readonly times: readonly string[];
}

/** The offers on the table and the search that brought them. */
export interface HeldOffers {
  readonly offers: readonly Offer[];
  /** Same for two trips exactly when the sources must answer them alike, hints aside. */
  readonly searchKey: string;
  readonly hints: SearchHints;
  /** ISO instant. */
  readonly searchedAt: string;
  /** No source is missing. */
  readonly complete: boolean;
  /** Sources that were still being asked when these were shown. */
  readonly waitingFor?: readonly string[];
  /** Sources that failed, to be named as long as their flights are missing. */
  readonly failed: readonly string[];
  /** Sources that failed after a part of their answer, or for some of the days. */
  readonly partly?: readonly PartAnswer[];
  /** Sources that were not asked for everything, because the budget of paid searches was spent. */
  readonly skipped?: readonly PartAnswer[];
}

export interface Line {
  readonly role: 'traveller' | 'agent';
  readonly text: string;
  /** ISO instant. */
  readonly at: string;
}

/** Prices are taken to hold for so long after a search, unless an offer says that its own ends earlier. */
const holdsMs = 30 * 60_000;

/** Whether the price of an offer need not hold any more at an ISO instant. What was over when it was found, as stand-ins of a failed source are, says nothing. */
export function haveExpired({ offers, searchedAt }: HeldOffers, now: string): boolean {
  const searchedMs = Date.parse(searchedAt);
  const ends = offers
    .map(({ expiresAt }) => (expiresAt === null ? Infinity : Date.parse(expiresAt)))
    .filter((endsMs) => endsMs > searchedMs);
  return Date.parse(now) >= Math.min(searchedMs + holdsMs, ...ends);
}

/** What the source of an offer said when it was asked for it again, where that was news. */
export interface ToldOffer {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Null where it is not sold any more. */
  readonly now: (Pick<Offer, 'total' | 'perTraveller'> & Partial<Pick<Offer, 'legs' | 'fare'>>) | null;
}

/** What a conversation keeps between turns; plain data that can be stored as JSON. */
export interface Conversation {
  readonly trip: Trip | null;
  /** The trip before its last change. */
  readonly previous?: Trip;
  /** What the last reply asked for. */
  readonly asked: readonly Slot[];
  readonly pending: readonly Ambiguity[];
  readonly held: HeldOffers | null;
  /** Offers as last shown, in order. */
  readonly shown: readonly string[];
  /** They are shown in another order than that of the list, or in part. */
  readonly reordered?: true;
  /** The offer last talked about. */
  readonly focus: string | null;
  readonly chosen: string | null;
  /** What older answers do not know yet of some offers. */
  readonly told?: readonly ToldOffer[];
  /** Offers of the list that were talked about, the last one first. */
  readonly discussed?: readonly string[];
  /** What was last asked about one of them. */
  readonly topic?: OfferTopic;
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA zone; null where the traveller's client did not say. */
  readonly timeZone: string | null;
  readonly transcript: readonly Line[];
  /** Lines before those of the transcript, which are not kept any more. */
  readonly linesLeftOut?: number;
}

export const newConversation = (locale: string, currency: string, timeZone: string | null): Conversation => ({
  trip: null,
  asked: [],
  pending: [],
  held: null,
  shown: [],
  focus: null,
  chosen: null,
  locale,
  currency,
  timeZone,
  transcript: [],
});

/** The conversation with nothing known any more but who speaks, and what was said. */
export const startedOver = ({
  locale,
  currency,
  timeZone,
  transcript,
  linesLeftOut = 0,
}: Conversation): Conversation => ({
  ...newConversation(locale, currency, timeZone),
  transcript,
  linesLeftOut,
});

/** The conversation with the offers as the client shows them now. "It" is the first of them, unless one was talked about. */
export function seenAs(conversation: Conversation, offers: readonly string[]): Conversation {
  if (offers.length === 0 && !conversation.reordered) return conversation;
  const { reordered: _reordered, ...plain } = conversation;
  const held = new Set(plain.held?.offers.map(({ id }) => id));
  const shown = offers.filter((id) => held.has(id));
  const [first] = shown;
  if (first === undefined) return plain;
  const focus = (plain.discussed ?? []).length > 0 ? plain.focus : first;
  return { ...plain, shown, focus, reordered: true };
}

/** So many offers are remembered as talked about. */
const mostDiscussed = 4;

/** The conversation with the offers that an answer is about, the first of them in the focus. */
export function discussing(
  conversation: Conversation,
  ids: readonly string[],
  topic?: OfferTopic,
): Conversation {
  const [focus = conversation.focus] = ids;
  const discussed = [...new Set([...ids, ...(conversation.discussed ?? [])])].slice(0, mostDiscussed);
  return { ...conversation, focus, discussed, ...(topic && { topic }) };
}

/** The conversation with another list on the table. */
export const showing = (
  { topic: _topic, reordered: _reordered, ...conversation }: Conversation,
  ids: readonly string[],
): Conversation => ({
  ...conversation,
  shown: ids,
  focus: ids[0] ?? null,
  discussed: [],
});

/** Lines of the transcript that are kept. */
const mostLines = 100;

export function withLines(conversation: Conversation, ...lines: readonly Line[]): Conversation {
  const all = [...conversation.transcript, ...lines];
  const over = all.length - mostLines;
  if (over <= 0) return { ...conversation, transcript: all };
  const linesLeftOut = (conversation.linesLeftOut ?? 0) + over;
  return { ...conversation, transcript: all.slice(over), linesLeftOut };
}

/** Same for two trips exactly when every source must be asked the same, hints aside. */
export const searchKeyOf = (
  { legs, stayNights, passengers, cabin, tripType }: Trip,
  currency: string,
): string =>
  JSON.stringify([
    tripType,
    legs.map(({ origin, destination, departure }) => [
      origin?.code,
      origin?.kind,
      destination?.code,
      destination?.kind,
      departure?.earliest,
      departure?.latest,
      departure?.days,
    ]),
    stayNights && [stayNights.min, stayNights.max],
    [passengers.adults, passengers.children, passengers.infants],
    cabin ?? emptyTrip.cabin,
    currency,
  ]);

export const hintsOf = ({ filters, legs }: Trip): SearchHints => ({
  maxStops: filters.maxStops,
  includeAirlines: filters.airlines.include,
  excludeAirlines: filters.airlines.exclude,
  refundableOnly: filters.refundableOnly,
  times: legs.map(({ departure }) => `${departure?.timeFrom ?? ''}-${departure?.timeTo ?? ''}`),
});

/**
 * What to tell the sources to leave out. Where a search for the same trip has not ended and let everything through that is wanted now, the
 * same again: what has come in meanwhile answers it, and nobody is asked twice.
 */
export function hintsFor(held: HeldOffers | null, trip: Trip, currency: string): SearchHints {
  const wanted = hintsOf(trip);
  const goesOn =
    held && !held.complete && held.searchKey === searchKeyOf(trip, currency) && covers(held.hints, wanted);
  return goesOn ? held.hints : wanted;
}

/** Whether everything that fits the new hints was already let through by the old ones. */
export function covers(old: SearchHints, wanted: SearchHints): boolean {
  const within = (inner: readonly string[], outer: readonly string[]) =>
    inner.every((value) => outer.includes(value));
  return (
    (old.maxStops === null || (wanted.maxStops !== null && wanted.maxStops <= old.maxStops)) &&
    (old.includeAirlines.length === 0 ||
      (wanted.includeAirlines.length > 0 && within(wanted.includeAirlines, old.includeAirlines))) &&
    within(old.excludeAirlines, wanted.excludeAirlines) &&
    (!old.refundableOnly || wanted.refundableOnly) &&
    old.times.every((time, leg) => time === '-' || time === wanted.times[leg])
  );
}
