// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { cardOf } from '../card-of.ts';
import { createWords, WordsProvider, type Language } from '../texts/words.ts';
import { FlightCardView } from './FlightCardView.tsx';

afterEach(cleanup);

function show(
  card: FlightCard,
  { language = 'en', mayCompare = true }: { language?: Language; mayCompare?: boolean } = {},
) {
  const onCompare = vi.fn<(card: FlightCard) => void>();
  render(
    <WordsProvider value={createWords(language, language === 'en' ? 'en-US' : 'de-DE')}>
      <FlightCardView
        card={card}
        medianCo2={500}
        pointedAt={false}
        compared={false}
        mayCompare={mayCompare}
        onCompare={onCompare}
        onChoose={() => undefined}
      />
    </WordsProvider>,
  );
  return { onCompare, user: userEvent.setup(), article: screen.getByRole('article') };
}

describe('a flight card', () => {
  it('says times, the day of arrival, the stop with its wait, and CO₂ against the others', () => {
    const { article } = show(cardOf({ id: 'a', via: ['EWR'], waits: [95], dayShift: 1, minutes: [655] }));
    expect(article.textContent).toContain('8:00 AM');
    expect(article.textContent).toContain('+1');
    expect(article.textContent).toContain('arrives 1 day later');
    expect(article.textContent).toContain('1\u00a0h\u00a035\u00a0min in EWR');
    expect(article.textContent).toContain('20 % less');
    expect(article.textContent).toContain('Demo fare');
  });

  it('says the same in German, on a clock of 24 hours', () => {
    const { article } = show(cardOf({ id: 'a', departs: '19:05' }), { language: 'de' });
    expect(article.textContent).toContain('19:05');
    expect(article.textContent).toContain('Direkt');
    expect(article.textContent).toContain('500\u00a0$');
  });

  it('is called by the flight that is flown first, and by who sells it', () => {
    const card = cardOf({ id: 'a', airline: 'B6', seller: 'TP' });
    expect(show(card).article.textContent).toContain('JetBlue B6 1 ·\u00a0sold by TAP Air Portugal');
    expect(screen.getByRole('article', { name: /^JetBlue B6 1, sold by TAP Air Portugal, / })).toBeTruthy();
    cleanup();
    expect(show(card, { language: 'de' }).article.textContent).toContain('verkauft von TAP Air Portugal');
    cleanup();
    expect(show(cardOf({ id: 'a' })).article.textContent).not.toContain('sold by');
  });

  it('says the price with the bags where these come on top', () => {
    const card = cardOf({ id: 'a', price: '1158', withBags: '1428' });
    expect(show(card).article.textContent).toContain('$1,428 with the bags');
    expect(screen.getByRole('article', { name: /, \$1,158, \$1,428 with the bags$/ })).toBeTruthy();
    cleanup();
    expect(show(card, { language: 'de' }).article.textContent).toContain('1.428\u00a0$ mit Gepäck');
    cleanup();
    const included = cardOf({ id: 'a', price: '1158', withBags: '1158' });
    expect(show(included).article.textContent).not.toContain('with the bags');
  });

  it('marks what sets it against the first of the list, and nothing else', () => {
    const reasons = ['The cheapest of 20', '$82 cheaper than the first, just as long', 'Nonstop'];
    const { article } = show({ ...cardOf({ id: 'a' }), reasons, reason_against_first: 1 });
    expect([...article.querySelectorAll('.as-told')].map((one) => one.textContent.trim())).toEqual([
      `${reasons[1]}.`,
    ]);
    expect(article.textContent).toContain(`${reasons.join('. ')}.`);
  });

  it('says that bags are not stated rather than that there are none', () => {
    const card = cardOf({ id: 'a', carryOn: null });
    const { article } = show({ ...card, fare: { ...card.fare, checked_bags: null } });
    expect(article.textContent).toContain('Bags not stated');
    expect(article.textContent).not.toContain('No carry-on');
  });

  it('unfolds its timeline and its fares', async () => {
    const { user, article } = show(cardOf({ id: 'a', via: ['EWR'] }));
    expect(within(article).queryByRole('list')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Details of/ }));
    expect(article.textContent).toContain('Change in EWR');
    expect(screen.getByRole('group', { name: 'Fares' }).textContent).toContain('Changes allowed: not stated');
  });

  it('is put aside to compare, unless three are', async () => {
    const { user, onCompare } = show(cardOf({ id: 'a' }));
    await user.click(screen.getByRole('checkbox'));
    expect(onCompare).toHaveBeenCalledOnce();
    cleanup();
    show(cardOf({ id: 'a' }), { mayCompare: false });
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
  });
});
