import { withUnresolved, type Draft } from '../draft.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import { closestNames } from '../gazetteer/closest-names.ts';
import type { Message, Placed } from '../message.ts';
import { isName } from '../parsers/unknown-names.ts';
import type { Slot } from '../../domain/trip.ts';
import type { EndSlot } from './place-slots.ts';
import { asWritten } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const name = "\\p{Lu}[\\p{L}'-]{1,30}(?: (?:of |the |de |del |la )?\\p{Lu}[\\p{L}'-]{1,30}){0,3}";
const capital = new Pattern(`\\b(from|to|into|visit|visiting|out of|leaving|reach) (?:the )?(${name})`, 'gu');
const pair = new Pattern(
  /\bfrom ([\p{L}'-]{3,30}(?: [\p{L}'-]{3,30})?) to ([\p{L}'-]{3,30}(?: [\p{L}'-]{3,30})?)(?=$|[.,!?]| (?:on|for|in|next|this|tomorrow|under|with)\b)/gu,
);
const lower = new Pattern(
  /\b(?:fly|go|going|flying|flight|flights|trip|ticket|tickets|travel|traveling|travelling|heading) (to|from) ([\p{L}'-]{3,30})(?=$|[.,!?]| (?:on|for|in|from|to|next|this|tomorrow|under|with)\b)/gu,
);
const via = new Pattern(
  `\\b(?:via|by way of|(?:lay ?over|stop ?over|stop|connection|transfer|connecting|changing(?: planes)?|stopping|transferring) in) (${name})`,
  'gu',
);
const wholeName = /^(?:to |from |um |uh |maybe )?([\p{L}][\p{L}'-]{2,30}(?: [\p{L}][\p{L}'-]{2,30})?)[.!]?$/u;
/** Names after "from", "to" and "via" that nobody knows: said back with the closest that we do know, never dropped. */
export function noteUnknownPlaces(
  draft: Draft,
  message: Message,
  asked: readonly Slot[],
  gazetteer: Gazetteer,
): Draft {
  let refined = draft;
  for (const { phrase, slot } of unknownNames(message, asked)) {
    const known =
      draft.stated.some((part) => part === slot) || refined.unresolved.some((noted) => noted.slot === slot);
    if (!known)
      refined = withUnresolved(refined, {
        kind: 'unknown',
        phrase,
        slot,
        suggestions: closestNames(phrase, gazetteer).map((name) =>
          slot === 'confirm' ? `via ${name}` : name,
        ),
      });
  }
  return refined;
}

/** A name that nobody knows, and the end of the trip that it is for. */
interface UnknownName {
  readonly phrase: string;
  /** Of neither end: where to change planes. */
  readonly slot: EndSlot | 'confirm';
}

function unknownNames(message: Message, asked: readonly Slot[]): readonly UnknownName[] {
  const { normalised, lower: small, wishes } = message;
  const written = asWritten(small, normalised);
  const found: UnknownName[] = [];
  const add = (phrase: string, start: number, slot: UnknownName['slot']) => {
    if (isFree(message, start, start + phrase.length) && isName(phrase)) found.push({ phrase, slot });
  };
  for (const match of capital.matches(written)) {
    const [whole, cue = '', phrase = ''] = match;
    const isOrigin = cue === 'from' || cue === 'out of' || cue === 'leaving';
    add(phrase, match.index + whole.length - phrase.length, isOrigin ? 'origin' : 'destination');
  }
  for (const match of pair.matches(small)) {
    const [, from = '', to = ''] = match;
    add(from, match.index + 5, 'origin');
    add(to, match.index + match[0].length - to.length, 'destination');
  }
  for (const match of lower.matches(small)) {
    const [whole, cue, phrase = ''] = match;
    add(phrase, match.index + whole.length - phrase.length, cue === 'from' ? 'origin' : 'destination');
  }
  for (const match of via.matches(written)) {
    const [whole, phrase = ''] = match;
    add(phrase, match.index + whole.length - phrase.length, 'confirm');
  }
  const slot = asked.find((each) => each === 'origin' || each === 'destination');
  if (slot && found.length === 0 && wishes.text.length > 2) {
    const alone = wholeName.exec(normalised)?.[1];
    if (alone !== undefined) add(alone, normalised.indexOf(alone), slot);
  }
  return found;
}

/** Whether nothing was read in a stretch of the message. */
const isFree = ({ pointers: { places, dates, airlines } }: Message, start: number, end: number): boolean =>
  isFreeOf(places, start, end) && isFreeOf(dates, start, end) && isFreeOf(airlines, start, end);

const isFreeOf = (read: readonly Placed<unknown>[], start: number, end: number): boolean =>
  read.every(({ span }) => end <= span.start || start >= span.end);
