import type { Money } from '../../../src/contract/money.ts';
import type { Words } from '../texts/words.ts';
import type { Conversation } from './conversation.ts';

/** What a screen reader says when a turn is over: the list in one sentence where there is a new one, and what was answered. */
export function sayHeard(conversation: Conversation, { t, money }: Words): string {
  const { phase, stopped, heard, lines, cards, results } = conversation;
  if (phase !== 'idle') return '';
  if (stopped) return t.conversation.stopped;
  if (heard === null) return '';
  const last = lines.at(-1);
  const reply = heard !== 'search' && last?.from === 'agent' ? plain(last.text) : '';
  if (heard === 'reply') return reply;
  const cheapest = cards.reduce<Money | null>(
    (low, { price }) => (low && Number(low.amount) <= Number(price.total.amount) ? low : price.total),
    null,
  );
  // An answer without a trip, such as after "start over", brings no list to speak of.
  if (heard === 'list' && !conversation.trip && !results) return reply;
  const list = cheapest
    ? t.results.announce(results?.cards ?? cards.length, money(cheapest))
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
