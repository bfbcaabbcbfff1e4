import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, cards, chip, message, say } from './traveller.ts';

describe.skipIf(missingForJourneys)('the page', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  it('fits a phone', async () => {
    const page = await journey.newTraveller({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await overflow(page)).toBe(0);
    await keepPicture(page, 'phone-welcome');
    await say(page, message);
    expect(await overflow(page)).toBe(0);
    await keepPicture(page, 'phone');
    // Cards out of sight are not laid out, and what lies under the message box would be judged against its colours.
    const still = await page.addStyleTag({
      content:
        '.talk .composer { position: static !important } .card-item:not([hidden]) { content-visibility: visible !important }',
    });
    expect(await findBarriers(page)).toEqual([]);
    await still.evaluate((style: HTMLElement) => style.remove());
    await cards(page).first().scrollIntoViewIfNeeded();
    await keepPicture(page, 'phone-card');
    await chip(page, 'dates').click();
    await page.getByRole('grid').waitFor();
    expect(await page.getByRole('grid').count()).toBe(1);
    expect(await overflow(page)).toBe(0);
    await keepPicture(page, 'phone-dates');
  });

  it('is readable in the dark', async () => {
    const page = await journey.newTraveller({ colorScheme: 'dark' });
    expect(await findBarriers(page)).toEqual([]);
    await say(page, message);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'dark');
  });

  it('stays as high as the window while the conversation grows', async () => {
    const page = await journey.newTraveller();
    for (const text of ['I want to go to Lisbon', 'hello', 'help', 'thank you', 'what can you do?', 'hello'])
      await say(page, text);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      ),
    ).toBe(0);
  });

  it('fits at 200 % zoom, which is half the width', async () => {
    const page = await journey.newTraveller({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await say(page, message);
    expect(await overflow(page)).toBe(0);
    await keepPicture(page, 'zoomed');
  });

  it('reflows at 320 pixels, which is 400 % zoom', async () => {
    const page = await journey.newTraveller({ viewport: { width: 320, height: 640 } });
    await say(page, message);
    expect(await overflow(page)).toBe(0);
  });

  it.each([320, 390])('keeps German words in their tabs, %i pixels wide', async (width) => {
    const page = await journey.newTraveller({ viewport: { width, height: 640 }, locale: 'de-DE' });
    await page.getByRole('textbox', { name: 'Deine Nachricht' }).fill(message);
    await page.keyboard.press('Enter');
    await page.locator('.order', { hasText: 'Günstigste' }).waitFor();
    const tabs = await page.locator('.order').evaluateAll((all) =>
      all.map((tab) => ({
        top: (tab as HTMLElement).offsetTop,
        spills: tab.scrollWidth - tab.clientWidth,
      })),
    );
    expect(tabs).toEqual(Array.from({ length: 3 }, () => ({ top: tabs[0]?.top, spills: 0 })));
  });

  it.each([320, 360, 390, 700, 961, 1024])('keeps every time on its card, %i pixels wide', async (width) => {
    const page = await journey.newTraveller({ viewport: { width, height: 800 } });
    await say(page, 'New York to Tokyo on December 14, back December 28, 2 adults');
    await page.addStyleTag({ content: '.card-item { content-visibility: visible !important }' });
    expect(await overflow(page)).toBe(0);
    expect(await crossings(page)).toEqual([]);
    await keepPicture(page, `card-${width}`);
  });

  it('grows with letters of twice the size', async () => {
    const page = await journey.newTraveller({ viewport: { width: 360, height: 740 } });
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await say(page, message);
    expect(await overflow(page)).toBe(0);
    expect(await crossings(page)).toEqual([]);
    await keepPicture(page, 'large-letters');
  });

  it('breaks a word that is longer than its place', async () => {
    const page = await journey.newTraveller();
    await say(page, 'a'.repeat(600));
    const wider = await page
      .locator('.transcript')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wider).toBe(0);
  });

  it('shows the answer on a phone, wherever the question was asked', async () => {
    const page = await journey.newTraveller({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await say(page, message);
    await page.evaluate(() => scrollTo(0, 3000));
    await say(page, 'what about bags?');
    await becomes(
      () =>
        page
          .locator('.line.agent')
          .last()
          .evaluate((line) => {
            const { top } = line.getBoundingClientRect();
            return top >= 0 && top < innerHeight;
          }),
      true,
    );
    await keepPicture(page, 'phone-answer');
  });

  it('shows the link on a phone where there is no clipboard, ready to be copied by hand', async () => {
    const page = await journey.newTraveller({ viewport: { width: 360, height: 740 } });
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.reload();
    await say(page, message);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('textbox', { name: 'Copy this link' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('.share-link input'))).toBe(true);
    expect(await overflow(page)).toBe(0);
    await keepPicture(page, 'share-by-hand');
    await page.keyboard.press('Escape');
    await becomes(() => page.evaluate(() => document.activeElement?.textContent), 'Share');
  });

  it('tells what is chosen without colours', async () => {
    const page = await journey.newTraveller({ forcedColors: 'active' });
    await say(page, message);
    await page.getByRole('button', { name: 'Filters' }).click();
    await keepPicture(page, 'forced-colours');
    const pressed = await page
      .locator('.order[aria-pressed=true]')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(pressed).toBe('solid');
  });

  it('turns around for right-to-left readers', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await overflow(page)).toBe(0);
    const [talk, look] = await page.evaluate(() =>
      ['.talk', '.look'].map((name) => document.querySelector(name)?.getBoundingClientRect().left ?? 0),
    );
    expect(talk).toBeGreaterThan(look ?? 0);
    await keepPicture(page, 'right-to-left');
  });

  it('is used from the first key to an unfolded card without a mouse', async () => {
    const page = await journey.newTraveller();
    await page.locator('#message:focus').waitFor();
    await page.keyboard.type(message);
    await page.keyboard.press('Enter');
    await cards(page).first().waitFor();
    await page.locator('.composer .stop').waitFor({ state: 'detached' });
    const details = cards(page)
      .first()
      .getByRole('button', { name: /^Details of/ });
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      if (await details.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await cards(page).first().locator('.timeline').first().waitFor();
    expect(await details.getAttribute('aria-expanded')).toBe('true');
  });

  it('stands still for those who want it to', async () => {
    const page = await journey.newTraveller({ reducedMotion: 'reduce' });
    await say(page, message);
    await page.locator('.order', { hasText: 'Fastest' }).click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('prints dark on white when the colours that were chosen are dark', async () => {
    const page = await journey.newTraveller();
    await page.evaluate(() => localStorage.setItem('windrose.theme', '"dark"'));
    await page.reload();
    await say(page, message);
    await page.emulateMedia({ media: 'print' });
    const [ink, paper] = await page.evaluate(() =>
      ['.price', '.card'].map((name) => {
        const element = document.querySelector(name) as Element;
        return name === '.price'
          ? getComputedStyle(element).color
          : getComputedStyle(element).backgroundColor;
      }),
    );
    expect([ink, paper]).toEqual(['rgb(19, 40, 58)', 'rgb(255, 255, 255)']);
  });

  it('prints the flights and leaves the controls away', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.composer').isVisible()).toBe(false);
    expect(await cards(page).first().isVisible()).toBe(true);
    await keepPicture(page, 'print');
  });

  it('reports nothing to the console and breaks no rule of its policy', async () => {
    const page = await journey.newTraveller();
    const complaints: string[] = [];
    page.on('console', (said) => {
      if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await say(page, message);
    await chip(page, 'dates').click();
    await page.getByRole('grid').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Words of a card that leave it, or lie over those of another part of it. */
const crossings = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.card')].flatMap((card) => {
      const { left, right } = card.getBoundingClientRect();
      const words = [...card.querySelectorAll('.leg-end, .leg-way, .card-price')].flatMap((part) => {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        const found: { part: Element; text: string; box: DOMRect }[] = [];
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          const hidden = walker.currentNode.parentElement?.closest('.sr-only');
          const text = walker.currentNode.textContent ?? '';
          if (!hidden && text.trim() !== '') found.push({ part, text, box: range.getBoundingClientRect() });
        }
        return found;
      });
      const outside = words.filter(({ box }) => box.left < left || box.right > right);
      const over = words.filter(({ part, box }) =>
        words.some(
          ({ part: another, box: other }) =>
            part !== another &&
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 3 &&
            other.top < box.bottom - 3,
        ),
      );
      return [...outside, ...over].map(({ text }) => text);
    }),
  );

/** Pixels that stick out of the page to the side. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
