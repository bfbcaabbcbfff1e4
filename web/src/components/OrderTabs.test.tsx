// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cardOf } from '../card-of.ts';
import { createWords, WordsProvider, type Language } from '../texts/words.ts';
import { OrderTabs } from './OrderTabs.tsx';

afterEach(cleanup);

const top = cardOf({ id: 'a', price: '1158', withBags: '1428', minutes: [400] });
const tabIn = (language: Language): string => {
  render(
    <WordsProvider value={createWords(language, language === 'en' ? 'en-US' : 'de-DE')}>
      <OrderTabs
        tops={new Map([['best', top] as const, ['cheapest', top] as const])}
        order="best"
        onChange={() => undefined}
      />
    </WordsProvider>,
  );
  return (screen.getAllByRole('button')[1]?.textContent ?? '').replaceAll('\u00a0', ' ');
};

describe('the tab of an order', () => {
  it('says what its first flight costs, with the bags too, and takes', () => {
    expect(tabIn('en')).toBe('Cheapest$1,158, $1,428 with the bags 6 h 40 min');
    cleanup();
    expect(tabIn('de')).toBe('Günstigste1.158 $, 1.428 $ mit Gepäck 6 h 40 min');
  });
});
