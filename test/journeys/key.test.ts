import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, message, say, turnOver } from './traveller.ts';

const key = 'a-key-for-the-journey';

describe.skipIf(missingForJourneys)('a host that asks for a key', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ env: { API_KEYS: `traveller:${key}` } });
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  const knock = async (page: Page): Promise<void> => {
    await box(page).fill(message);
    await box(page).press('Enter');
    await page.getByRole('form', { name: 'This Windrose asks for a key' }).waitFor();
  };
  const give = async (page: Page, value: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Key' }).fill(value);
    await page.keyboard.press('Enter');
  };

  it('is told the key once, and the message that met the door goes on', async () => {
    const page = await journey.newTraveller();
    await knock(page);
    await becomes(() => page.evaluate(() => document.activeElement?.getAttribute('name')), 'key');
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'key-wanted');
    await give(page, 'not-the-key-of-this-house');
    await page.getByRole('alert').getByText('This key is not known here').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'key-wrong');
    await give(page, key);
    await turnOver(page, message);
    expect(await cards(page).count()).toBeGreaterThan(3);
    expect(await page.getByRole('form').count()).toBe(0);
    expect(await page.locator('.line.traveller').count()).toBe(1);
    // Every other way to ask shows the key too.
    await page.getByRole('button', { name: 'Calendar' }).waitFor();
    await page.reload();
    await cards(page).first().waitFor();
    await say(page, 'only nonstop');
  });

  it('keeps the key for the tab, or on the device when asked to, until it is forgotten', async () => {
    const page = await journey.newTraveller();
    const keys = (): Promise<(string | null)[]> =>
      page.evaluate(() => [sessionStorage.getItem('windrose.key'), localStorage.getItem('windrose.key')]);
    await knock(page);
    await give(page, key);
    await turnOver(page, message);
    expect(await keys()).toEqual([key, null]);
    const another = await page.context().newPage();
    await another.goto(journey.url);
    await another.getByRole('form', { name: 'This Windrose asks for a key' }).waitFor();
    await another.close();
    await page.getByRole('button', { name: 'Key', exact: true }).click();
    await page.getByText('A key is kept until this tab is closed.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'key-kept');
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.getByRole('heading', { name: 'Where would you like to go?' }).waitFor();
    expect(await keys()).toEqual([null, null]);
    expect(await page.getByRole('button', { name: 'Key', exact: true }).count()).toBe(0);
    await knock(page);
    await page.getByRole('checkbox', { name: /^Remember on this device/ }).check();
    await give(page, key);
    await turnOver(page, message);
    expect(await keys()).toEqual([null, key]);
  });

  it('that takes a key no more says so', async () => {
    const page = await journey.newTraveller();
    await page.evaluate(() => localStorage.setItem('windrose.key', 'a-key-of-last-year'));
    await knock(page);
    await page.getByText('is not taken any more').waitFor();
    await give(page, key);
    await turnOver(page, message);
    await cards(page).first().waitFor();
  });

  it('asks in German too, on a phone', async () => {
    const page = await journey.newTraveller({
      locale: 'de-DE',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole('textbox', { name: 'Deine Nachricht' }).fill(message);
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: /^Diese Windrose/ }).waitFor();
    await keepPicture(page, 'key-phone-german');
    expect(await findBarriers(page)).toEqual([]);
  });
});
