import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { sayFrames, traceFrames } from './frames.ts';
import { keepPicture, missingForJourneys, present, startJourney, type Journey } from './journey.ts';
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

  it.each(['Airlines', 'Changing planes in'])('are as many as each of the %s promised', async (name) => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.getByRole('button', { name: 'Filters' }).click();
    const options = page.getByRole('group', { name, exact: true }).locator('label');
    const promised = (await options.locator('small').allTextContents()).map(Number);
    expect(promised.length).toBeGreaterThan(2);
    for (const [at, count] of promised.entries()) {
      await options.nth(at).locator('input').check();
      await becomes(() => cards(page).count(), count);
      await options.nth(at).locator('input').uncheck();
    }
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

  it('are chosen where they stand, or not at all when another tab has changed the list', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const other = await page.context().newPage();
    await other.clock.setFixedTime(present);
    await other.goto(journey.url);
    await cards(other).first().waitFor();
    await say(other, 'to Rome');
    await cards(page)
      .nth(1)
      .getByRole('button', { name: /^Choose/ })
      .click();
    await page.locator('.line', { hasText: 'not in the list any more' }).waitFor();
    await becomes(
      () => page.locator('.leg-end:last-child .leg-place').first().innerText(),
      await other.locator('.leg-end:last-child .leg-place').first().innerText(),
    );
    expect(await page.locator('.card[data-pointed=true]').count()).toBe(0);
  });

  it('keep their filters and what was put aside in another currency', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const all = await cards(page).count();
    await page
      .getByRole('checkbox', { name: /^Compare / })
      .first()
      .check();
    await page.getByRole('button', { name: 'Filters' }).click();
    const limit = page.getByRole('slider', { name: 'Price up to' });
    await limit.focus();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowLeft');
    await becomes(async () => (await cards(page).count()) < all, true);
    const left = await cards(page).count();
    await say(page, 'in yen');
    await becomes(() => cards(page).count(), left);
    expect(await limit.getAttribute('aria-valuetext')).toMatch(/^¥\d/);
    expect(await page.locator('.tray').innerText()).toContain('1 of 3');
  });

  it('do not lose the keyboard when what it was on goes away', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.closest('[aria-label]')?.getAttribute('aria-label') ?? '');
    await page.getByRole('button', { name: 'Only nonstop' }).focus();
    await page.keyboard.press('Enter');
    await becomes(focused, 'Conversation');
    await page.getByRole('button', { name: 'Remove: Nonstop' }).focus();
    await page.keyboard.press('Enter');
    await becomes(focused, 'Your trip');
    await page.locator('.found:not([aria-busy=true])').waitFor();
    for (const at of [0, 1])
      await page
        .getByRole('checkbox', { name: /^Compare / })
        .nth(at)
        .check();
    await page.getByRole('button', { name: 'Compare them' }).click();
    const out = page.getByRole('dialog').getByRole('button', { name: /^Take .* out$/ });
    const names = await out.evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(2);
    await out.first().focus();
    await page.keyboard.press('Enter');
    await becomes(focused, 'Side by side');
  });

  describe('and are a hundred', () => {
    const holdHundred = async (): Promise<Page> => {
      const page = await journey.newTraveller();
      await page.route('**/chat', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: multiplied(await response.text(), 100) });
      });
      await say(page, message);
      await becomes(() => cards(page).count(), 100);
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('slider', { name: 'Price up to' }).focus();
      return page;
    };
    /** To the lowest price, up in twenty steps, and twice from one end to the other. */
    const moves = ['Home', ...Array.from({ length: 20 }, () => 'ArrowRight'), 'End', 'Home', 'End'];

    it('hide and show: a filter makes no card, moves none and draws none again', async () => {
      const page = await holdHundred();
      await page.evaluate(() => {
        const list = document.querySelector('.cards') as HTMLElement;
        const seen: { made: number; attributes: Record<string, number> } = { made: 0, attributes: {} };
        new MutationObserver((records) => {
          for (const { type, attributeName, addedNodes, removedNodes } of records) {
            if (type === 'attributes')
              seen.attributes[attributeName ?? ''] = (seen.attributes[attributeName ?? ''] ?? 0) + 1;
            else seen.made += Math.max(1, addedNodes.length + removedNodes.length);
          }
        }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
        Object.assign(globalThis, { changes: seen });
      });
      await page.keyboard.press('Home');
      await becomes(async () => (await cards(page).count()) < 100, true);
      const hidden = 100 - (await cards(page).count());
      await page.keyboard.press('End');
      await becomes(() => cards(page).count(), 100);
      await becomes(() => page.locator('[data-waiting]').count(), 0);
      const { made, attributes } = await page.evaluate(
        () =>
          (globalThis as unknown as { changes: { made: number; attributes: Record<string, number> } })
            .changes,
      );
      expect(made).toBe(0);
      // Away and back; what comes back waits for a frame of its own.
      expect(attributes).toEqual({
        hidden: 2 * hidden,
        'aria-hidden': 2 * hidden,
        'data-waiting': 2 * hidden,
      });
    });

    it('take this long for each frame, which is written down and not judged', async () => {
      const page = await holdHundred();
      const act = async (): Promise<void> => {
        for (const key of moves) {
          await page.keyboard.press(key);
          await nextFrame(page);
        }
      };
      for (const picture of ['Map', 'Price and duration']) {
        const tab = page.getByRole('button', { name: picture, exact: true });
        if ((await tab.getAttribute('aria-pressed')) === 'false') await tab.click();
        await page.getByRole('slider', { name: 'Price up to' }).focus();
        const [cold, warm] = [await traceFrames(page, act), await traceFrames(page, act)];
        console.log(`100 cards, ${moves.length} filter changes, ${picture}, first: ${sayFrames(cold)}`);
        console.log(`100 cards, ${moves.length} filter changes, ${picture}, again: ${sayFrames(warm)}`);
      }
    });
  });
});

/** As a hand on a slider: one change, and then the page draws. */
const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  );

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
