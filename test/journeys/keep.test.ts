import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, present, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, chip, message, say } from './traveller.ts';

describe.skipIf(missingForJourneys)('what is kept', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  async function forgetOnServer(page: Page): Promise<void> {
    const { sessionId } = await page.evaluate(
      () => JSON.parse(localStorage.getItem('windrose.conversation') ?? '{}') as { sessionId: string },
    );
    await journey.app.server.inject({ method: 'DELETE', url: `/sessions/${sessionId}` });
  }

  it('is the conversation with its flights after a reload, and it goes on', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const before = await page.locator('.card .price').allTextContents();
    await page.reload();
    await page.locator('.line.traveller', { hasText: message }).waitFor();
    await becomes(() => page.locator('.card .price').allTextContents(), before);
    await say(page, 'only nonstop');
    await page.getByRole('button', { name: 'Remove: Nonstop' }).waitFor();
  });

  it('is each tab’s own, and a new tab begins with the last one', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const other = await page.context().newPage();
    await other.clock.setFixedTime(present);
    await other.goto(journey.url);
    await cards(other).first().waitFor();
    await other.getByRole('button', { name: 'New trip' }).click();
    await say(other, 'Berlin to Rome on 10 January');
    await page.reload();
    await cards(page).first().waitFor();
    expect(await chip(page, 'to').locator('.chip-value').innerText()).toBe('Lisbon');
    expect(await chip(other, 'to').locator('.chip-value').innerText()).toBe('Rome');
  });

  it('is there again after Back from a link', async () => {
    const page = await journey.newTraveller();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await say(page, 'Berlin to Rome on 10 January');
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'New trip' }).click();
    await say(page, message);
    await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await becomes(() => chip(page, 'to').locator('.chip-value').innerText(), 'Rome');
    await page.goBack();
    await page.locator('.line.traveller', { hasText: message }).waitFor();
    await becomes(() => chip(page, 'to').locator('.chip-value').innerText(), 'Lisbon');
    await cards(page).first().waitFor();
  });

  it('is no link that was cut off, which says so', async () => {
    const page = await journey.newTraveller();
    for (const hash of ['#trip=eyJsZWdz', '#trip=eyJsZWdzIjpbe31dfQ', '#trip=eyJsZWdzIjpbbnVsbF19']) {
      await page.goto('about:blank');
      await page.goto(`${journey.url}/${hash}`);
      await page.getByRole('alert').getByText('This link cannot be read').waitFor();
    }
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'link-unreadable');
  });

  it('is a question with its answers to click, and no flights of the trip before it', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await say(page, 'Portland to Paris on 14 December');
    const suggestions = page.locator('.suggestions button');
    const before = await suggestions.allInnerTexts();
    expect(before.length).toBeGreaterThan(1);
    await page.reload();
    await page.getByText('There is more than one “Portland”').waitFor();
    await becomes(() => suggestions.allInnerTexts(), before);
    expect(await cards(page).count()).toBe(0);
  });

  it('is what was half written', async () => {
    const page = await journey.newTraveller();
    await box(page).fill('Boston to Lis');
    await page.reload();
    await becomes(() => box(page).inputValue(), 'Boston to Lis');
    await page.locator('.example').first().click();
    await cards(page).first().waitFor();
    expect(await box(page).inputValue()).toBe('Boston to Lis');
  });

  it('is the search in a link, without the conversation', async () => {
    const page = await journey.newTraveller();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await say(page, message);
    await say(page, 'with a checked bag');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const friend = await journey.newTraveller();
    await friend.goto(link);
    await cards(friend).first().waitFor();
    expect(await friend.locator('.line.traveller').count()).toBe(0);
    expect(await chip(friend, 'to').locator('.chip-value').innerText()).toBe('Lisbon');
    expect(await friend.locator('.card .price').allTextContents()).toEqual(
      await page.locator('.card .price').allTextContents(),
    );
    expect(await findBarriers(friend)).toEqual([]);
    await say(friend, 'only nonstop');
    await friend.getByRole('button', { name: 'Remove: Nonstop' }).waitFor();
    await friend.getByRole('button', { name: 'Remove: 1 checked bag' }).waitFor();
    expect(await chip(friend, 'dates').locator('.chip-value').innerText()).toBe('Fri, Dec 4 – Fri, Dec 11');
    await friend.reload();
    await friend.locator('.line.traveller', { hasText: 'only nonstop' }).waitFor();
  });

  it('are recent trips on this device, until they are forgotten', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.getByRole('button', { name: 'New trip' }).click();
    const recent = page.locator('.recent').getByRole('button');
    await becomes(() => recent.allInnerTexts(), ['Boston – Lisbon Fri, Dec 4']);
    await keepPicture(page, 'recent');
    await recent.click();
    await cards(page).first().waitFor();
    await page.getByRole('button', { name: 'New trip' }).click();
    await page.getByRole('button', { name: 'Forget these' }).click();
    await becomes(() => recent.count(), 0);
  });

  it('is the trip when the server has forgotten the conversation', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await forgetOnServer(page);
    await say(page, 'only nonstop');
    await page.getByText('The earlier conversation had ended').waitFor();
    await page.getByRole('button', { name: 'Remove: Nonstop' }).waitFor();
    expect(await chip(page, 'to').locator('.chip-value').innerText()).toMatch(/Lisbon/);
    await keepPicture(page, 'session-ended');
  });

  it('is said to have ended when there is nothing to go on with after a reload', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await forgetOnServer(page);
    await page.reload();
    await page.getByText('Your last conversation has ended.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('.recent').getByRole('button').click();
    await cards(page).first().waitFor();
  });

  it('are the language and the colours that were chosen', async () => {
    const page = await journey.newTraveller();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await page.getByRole('heading', { name: 'Wohin soll es gehen?' }).waitFor();
    await page.getByRole('button', { name: /^Farben/ }).click();
    await page.getByRole('button', { name: /^Farben/ }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Wohin soll es gehen?' }).waitFor();
    expect(
      await page.evaluate(() => [
        document.documentElement.lang,
        getComputedStyle(document.documentElement).colorScheme,
      ]),
    ).toEqual(['de', 'dark']);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'german-dark');
  });
});
