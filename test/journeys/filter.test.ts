import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, cards, message, say } from './traveller.ts';

describe.skipIf(missingForJourneys)('the flights that are held', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  it('are filtered by what each option promised, and all come back', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const all = await cards(page).count();
    await page.getByRole('button', { name: 'Filters' }).click();
    const airlines = page.getByRole('group', { name: 'Airlines' });
    const option = airlines.locator('label').first();
    const promised = Number(await option.locator('small').innerText());
    await option.locator('input').check();
    await becomes(() => cards(page).count(), promised);
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'filters');
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await becomes(() => cards(page).count(), all);
  });

  it('are filtered by the clock with the keyboard, down to none, which says so', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.getByRole('button', { name: 'Filters' }).click();
    const earliest = page.getByRole('slider', { name: 'Leaves between, earliest' });
    await earliest.focus();
    await page.keyboard.press('End');
    await page.getByText('No flight fits these filters.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Home');
    await becomes(async () => (await cards(page).count()) > 3, true);
  });

  it('are compared, three at most', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const ticks = page.getByRole('checkbox', { name: /^Compare / });
    for (const at of [0, 1, 2]) await ticks.nth(at).check();
    expect(await ticks.nth(3).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Compare them' }).click();
    const dialog = page.getByRole('dialog', { name: 'Side by side' });
    await dialog.waitFor();
    expect(await dialog.locator('thead th').count()).toBe(3);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'compare');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await becomes(() => page.locator('.tray').count(), 0);
  });

  it('are chosen by a click as by words', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const second = cards(page).nth(1);
    const price = (await second.locator('.price').textContent()) ?? '';
    await second.getByRole('button', { name: /^Choose/ }).click();
    const reply = page.locator('.line.agent').last();
    await becomes(async () => (await reply.innerText()).includes('Chosen'), true);
    expect(await reply.innerText()).toContain(price);
    expect(await cards(page).count()).toBeGreaterThan(3);
    await becomes(() => page.locator('.card[data-pointed=true]').count(), 1);
  });

  it('are filtered while a hundred of them are held; the time of the frames is written down, not judged', async () => {
    const page = await journey.newTraveller();
    await page.route('**/chat', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: multiplied(await response.text(), 100) });
    });
    await say(page, message);
    await becomes(() => cards(page).count(), 100);
    await page.getByRole('button', { name: 'Filters' }).click();
    const slider = page.getByRole('slider', { name: 'Price up to' });
    await slider.focus();
    await page.evaluate(() => {
      const seen: number[] = [];
      new PerformanceObserver((list) =>
        seen.push(...list.getEntries().map((entry) => entry.duration)),
      ).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
      Object.assign(globalThis, { slowEvents: seen });
    });
    await page.keyboard.press('Home');
    await becomes(async () => (await cards(page).count()) < 100, true);
    for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight');
    const slow = await page.evaluate(() => (globalThis as unknown as { slowEvents: number[] }).slowEvents);
    console.log(
      `100 cards, 21 moves of the slider: ${slow.length} entries over 16 ms, the longest ${Math.max(0, ...slow)} ms`,
    );
  });
});

/** The answer with its cards repeated, each with flights of its own. */
const multiplied = (events: string, count: number): string =>
  events.replace(/^data: (\{.*"flight_cards":.*\})$/gm, (_line, json: string) => {
    const data = JSON.parse(json) as {
      flight_cards: { offer_id: string; legs: { segments: { flight: string }[] }[] }[];
    };
    const { flight_cards: held } = data;
    data.flight_cards = Array.from({ length: count }, (_, at) => {
      const card = structuredClone(held[at % held.length])!;
      card.offer_id += `-${at}`;
      card.legs[0]!.segments[0]!.flight += String(at);
      return card;
    });
    return `data: ${JSON.stringify(data)}`;
  });
