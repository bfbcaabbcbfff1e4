import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, message, say, turnOver } from './traveller.ts';

describe.skipIf(missingForJourneys)('a search', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  it('begins with the message box, and with examples that can be clicked', async () => {
    const page = await journey.newTraveller();
    await becomes(() => box(page).evaluate((element) => element === document.activeElement), true);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'welcome');
    const example = page.locator('.example').first();
    const text = await example.innerText();
    await example.click();
    await turnOver(page, text);
    expect(await cards(page).count()).toBeGreaterThan(3);
  });

  it('shows flights beside the conversation, says how many, and stays focused on the message box', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const count = await cards(page).count();
    expect(count).toBeGreaterThan(3);
    const heard = await announced(journey);
    await becomes(async () => (await page.getByRole('status').innerText()).startsWith(heard), true);
    expect(await page.getByRole('status').innerText()).toContain('Boston to Lisbon, Friday, December 4');
    await becomes(() => box(page).evaluate((element) => element === document.activeElement), true);
    expect(await cards(page).first().innerText()).toMatch(/Demo fare/);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'results');
  });

  it('orders by price and by duration', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.locator('.order', { hasText: 'Cheapest' }).click();
    const prices = (await page.locator('.card .price').allTextContents()).map((text) =>
      Number(text.replace(/\D/g, '')),
    );
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    expect(await page.locator('.order', { hasText: 'Cheapest' }).innerText()).toContain(
      `$${String(prices[0])}`,
    );
  });

  it('takes the order that is asked for in words, in a tab of its own where there is none', async () => {
    const page = await journey.newTraveller();
    const chosen = () => page.locator('.order[aria-pressed=true] > span').first().innerText();
    await say(page, message);
    expect(await chosen()).toBe('Best');
    await say(page, 'show the cheapest first');
    await becomes(chosen, 'Cheapest');
    await say(page, 'sort by departure time');
    await becomes(chosen, 'Earliest');
    await page.locator('.order', { hasText: 'Best' }).click();
    await cards(page).first().locator('.badge[data-badge=best]').waitFor();
  });

  it('orders by the price with the bags where they are asked for, and says it', async () => {
    const page = await journey.newTraveller();
    await say(page, `${message}, with a checked bag`);
    const first = cards(page).first();
    const total = await page.locator('.price').evaluateAll((all) => {
      const amounts = all.map(({ textContent }) => Number(textContent.replace(/\D/g, '')));
      return Math.min(...amounts);
    });
    await page.locator('.order', { hasText: 'Cheapest' }).click();
    await first.locator('.badge[data-badge=cheapest]').waitFor();
    // The least without bags is another one.
    expect(await first.locator('.price').innerText()).not.toBe(`$${total}`);
    const bags = await page.locator('.price-bags').first().innerText();
    expect(bags).toMatch(/^\$\d+ with the bags$/);
    expect(await page.getByRole('article', { name: bags }).count()).toBeGreaterThan(0);
  });

  it('sets no card against the first of a list that stands in another order, or only in part', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const against = () =>
      cards(page).evaluateAll(
        (shown) =>
          shown.filter((card) =>
            [...card.querySelectorAll('.reason > span')].some(
              (reason) =>
                reason.textContent.includes('the first') && getComputedStyle(reason).display !== 'none',
            ),
          ).length,
      );
    expect(await against()).toBeGreaterThan(3);
    await page.locator('.order', { hasText: 'Cheapest' }).click();
    await becomes(against, 0);
    await page.locator('.order', { hasText: 'Best' }).click();
    await becomes(async () => (await against()) > 3, true);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('group', { name: 'Airlines' }).getByRole('checkbox', { name: /^TAP/ }).check();
    await becomes(async () => (await cards(page).count()) > 1, true);
    await becomes(against, 0);
  });

  it('unfolds a card to its timeline and its fares', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const card = cards(page).first();
    await card.getByRole('button', { name: /^Details of/ }).click();
    expect(await card.locator('.timeline-flight').count()).toBeGreaterThanOrEqual(2);
    expect(await card.locator('.fare').count()).toBeGreaterThanOrEqual(2);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'details');
  });

  it('draws a map, a plot whose points pick cards, and a calendar whose days travel', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.getByRole('img', { name: /^Map of the routes/ }).waitFor();
    expect(await page.locator('.map-route').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Price and duration' }).click();
    expect(await page.locator('.point').count()).toBe(await cards(page).count());
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'plot');
    await page.locator('.point').last().focus();
    await page.keyboard.press('Enter');
    await becomes(() => page.evaluate(() => document.activeElement?.classList.contains('card')), true);
    await page.getByRole('button', { name: 'Calendar' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'calendar');
    await page.locator('.price-days button:not(:disabled)').nth(20).click();
    await turnOver(page, 'leave December');
    expect(await cards(page).count()).toBeGreaterThan(3);
  });
});

/** What the page must say, out of the answer itself. */
async function announced({ app }: Journey): Promise<string> {
  const response = await app.server.inject({
    method: 'POST',
    url: '/chat',
    payload: { message, locale: 'en-US', currency: 'USD', time_zone: 'America/New_York' },
  });
  const answer = response.json<{
    results: { cards: number };
    flight_cards: { price: { total: { amount: string } } }[];
  }>();
  const lowest = Math.min(...answer.flight_cards.map(({ price }) => Number(price.total.amount)));
  return `${answer.results.cards} flights found, from $${lowest}.`;
}
