import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { sayPrice } from '../texts/say-price.ts';
import type { Words } from '../texts/words.ts';
import { priceOf } from './card-facts.ts';
import type { Conversation } from './conversation.ts';

/** What a screen reader says when a turn is over: the list in one sentence where there is a new one, and what was answered. */
export function sayHeard(conversation: Conversation, words: Words): string {
  const { t } = words;
  const { phase, stopped, heard, lines, cards, results } = conversation;
  if (phase !== 'idle') return '';
  if (stopped) return t.conversation.stopped;
  if (heard === null) return '';
  const last = lines.at(-1);
  const reply = heard !== 'search' && last?.from === 'agent' ? plain(last.text) : '';
  if (heard === 'reply') return reply;
  const cheapest = cards.reduce<FlightCard | null>(
    (low, card) => (low && priceOf(low) <= priceOf(card) ? low : card),
    null,
  );
  // An answer without a trip, such as after "start over", brings no list to speak of.
  if (heard === 'list' && !conversation.trip && !results) return reply;
  const list = cheapest
    ? t.results.announce(results?.cards ?? cards.length, sayPrice(cheapest, words))
    : t.results.announceNone;
  return `${list} ${reply}`.trim();
}

/** A reply without the signs that only an eye reads. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/^[-*] /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
