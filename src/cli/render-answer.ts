import type { ChatAnswer } from '../contract/chat.ts';
import { paint, renderCard, type Screen } from './render-card.ts';

/** Cards that a terminal shows; the rest is counted. */
const mostShown = 8;

/** An answer for a terminal: the reply, the cards, and what to say next. */
export function renderAnswer(answer: ChatAnswer, screen: Screen): string {
  const cards = answer.flight_cards
    .slice(0, mostShown)
    .map((card, index) => renderCard(card, index + 1, screen));
  const more = answer.flight_cards.length - cards.length;
  const parts = [
    renderMarkdown(answer.reply, screen),
    ...cards,
    more > 0 ? `    and ${more} more` : '',
    answer.actions.length > 0
      ? paint(screen, 'dim', `Try: ${answer.actions.map((action) => `“${action}”`).join('  ')}`)
      : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** The little Markdown that replies use: bold, and lines. */
const renderMarkdown = (text: string, screen: Screen): string =>
  text.replace(/\*\*(.+?)\*\*/g, (_whole, inner: string) => paint(screen, 'bold', inner));
