import { withUnresolved, type Draft } from '../draft.ts';
import type { Gazetteer } from '../gazetteer/place-reading.ts';
import { ordinaryWords } from '../gazetteer/ordinary-words.ts';
import type { Message } from '../message.ts';
import type { Slot } from '../../domain/trip.ts';
import type { EndSlot } from './place-slots.ts';

const name = "\\p{Lu}[\\p{L}'-]{1,30}(?: (?:of |the |de |del |la )?\\p{Lu}[\\p{L}'-]{1,30}){0,3}";
const capital = new RegExp(`\\b(from|to|into|visit|visiting|out of|leaving|reach) (?:the )?(${name})`, 'gu');
const pair =
  /\bfrom ([\p{L}'-]{3,30}(?: [\p{L}'-]{3,30})?) to ([\p{L}'-]{3,30}(?: [\p{L}'-]{3,30})?)(?=$|[.,!?]| (?:on|for|in|next|this|tomorrow|under|with)\b)/gu;
const lower =
  /\b(?:fly|go|going|flying|flight|flights|trip|ticket|tickets|travel|traveling|travelling|heading) (to|from) ([\p{L}'-]{3,30})(?=$|[.,!?]| (?:on|for|in|from|to|next|this|tomorrow|under|with)\b)/gu;
const wholeName = /^(?:to |from |um |uh |maybe )?([\p{L}][\p{L}'-]{2,30}(?: [\p{L}][\p{L}'-]{2,30})?)[.!]?$/u;
const notPlaces =
  /^(?:i|i'm|i'll|i'd|my|mine|the|there|here|work|home|hometown|school|anywhere|somewhere|everywhere|wherever|abroad|overseas|book|fly|go|travel|see|family|friends|business|first|economy|premium|yes|no|none|nothing|whatever|delta|united|american|mr|mrs|town|god|please|thanks|someplace|vacation|holiday|nowhere)\b/i;

/** Names after "from" and "to" that nobody knows: said back with the closest that we do know, never dropped. */
export function noteUnknownPlaces(
  draft: Draft,
  message: Message,
  asked: readonly Slot[],
  gazetteer: Gazetteer,
): Draft {
  let refined = draft;
  for (const { phrase, slot } of unknownNames(message, asked)) {
    const known = draft.stated.includes(slot) || refined.unresolved.some((noted) => noted.slot === slot);
    if (!known)
      refined = withUnresolved(refined, {
        kind: 'unknown',
        phrase,
        slot,
        suggestions: gazetteer.suggest(phrase.slice(0, 3), 3).map((place) => place.name),
      });
  }
  return refined;
}

function unknownNames(
  { normalised, wishes, places, dates, airlines }: Message,
  asked: readonly Slot[],
): { phrase: string; slot: EndSlot }[] {
  const taken = [...places, ...dates, ...airlines].map(({ span }) => span);
  const isFree = (start: number, end: number) =>
    taken.every((span) => end <= span.start || start >= span.end);
  const found: { phrase: string; slot: EndSlot }[] = [];
  const add = (phrase: string, start: number, slot: EndSlot) => {
    const words = phrase.toLowerCase().split(' ');
    if (
      notPlaces.test(phrase) ||
      words.every((word) => ordinaryWords.has(word)) ||
      !isFree(start, start + phrase.length)
    )
      return;
    found.push({ phrase, slot });
  };
  for (const match of normalised.matchAll(capital)) {
    const [whole, cue = '', phrase = ''] = match;
    add(
      phrase,
      match.index + whole.length - phrase.length,
      /^(?:from|out of|leaving)$/.test(cue) ? 'origin' : 'destination',
    );
  }
  for (const match of normalised.toLowerCase().matchAll(pair)) {
    const [, from = '', to = ''] = match;
    add(from, match.index + 5, 'origin');
    add(to, match.index + match[0].length - to.length, 'destination');
  }
  for (const match of normalised.toLowerCase().matchAll(lower)) {
    const [whole, cue, phrase = ''] = match;
    add(phrase, match.index + whole.length - phrase.length, cue === 'from' ? 'origin' : 'destination');
  }
  const [slot] = asked.filter((each) => each === 'origin' || each === 'destination');
  const alone = wholeName.exec(normalised)?.[1];
  if (slot && alone !== undefined && found.length === 0 && wishes.length > 2)
    add(alone, normalised.indexOf(alone), slot);
  return found;
}
