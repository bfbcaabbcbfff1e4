import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const message = 'Boston to Lisbon on December 4, back December 11';

export const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Your message' });
/** Those that filters leave. */
export const cards = (page: Page): Locator => page.locator('.card-item:not([hidden]) > article.card');
export const chip = (page: Page, kind: string): Locator => page.locator(`.chip[data-kind=${kind}]`);

/** Writes a message, sends it with Enter, and waits until its turn is over. */
export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
  await turnOver(page, text);
}

/** Waits until the traveller's message stands in the conversation and its turn is over. */
export async function turnOver(page: Page, text: string): Promise<void> {
  await page.locator('.line.traveller', { hasText: text }).last().waitFor({ state: 'attached' });
  await page.locator('.composer .stop').waitFor({ state: 'detached' });
  await page.locator('.line.traveller ~ .line.agent').last().waitFor({ state: 'attached' });
  await page.locator('.found[aria-busy=true]').waitFor({ state: 'detached' });
}

/** Waits for a text to be that of the element: pages change when they are ready, not when we look. */
export async function becomes(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  await expect.poll(read, { timeout: 10_000 }).toEqual(wanted);
}
