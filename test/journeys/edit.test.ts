import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, chip, message, say, turnOver } from './traveller.ts';

describe.skipIf(missingForJourneys)('a trip is changed', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  it('by typing, and what was typed can be clicked away', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await say(page, 'only nonstop');
    const wish = page.getByRole('button', { name: 'Remove: Nonstop' });
    await wish.waitFor();
    expect(await page.locator('.leg-stops:not([data-nonstop=true])').count()).toBe(0);
    await wish.click();
    await turnOver(page, 'Any number of stops');
    await becomes(() => wish.count(), 0);
  });

  it('by a suggestion', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.locator('.suggestions').getByRole('button', { name: 'A day later' }).click();
    await turnOver(page, 'A day later');
    await becomes(
      () =>
        chip(page, 'dates')
          .innerText()
          .then((text) => text.includes('Dec 5')),
      true,
    );
  });

  it('by another place, found by its first letters with the keyboard alone', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await chip(page, 'from').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'From' }).locator('input:focus').waitFor();
    await page.keyboard.type('new yo');
    await page
      .getByRole('option', { name: /New York/ })
      .first()
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'edit-place');
    // The city stands first and is marked as one types; its airports follow.
    await page.locator('input[aria-activedescendant$=cityNYC]').waitFor();
    await page.keyboard.press('Enter');
    await turnOver(page, 'from NYC');
    await becomes(
      () =>
        chip(page, 'from')
          .innerText()
          .then((text) => text.includes('New York')),
      true,
    );
    expect(await cards(page).count()).toBeGreaterThan(3);
  });

  it('by other days in a calendar of two months', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await chip(page, 'dates').click();
    const calendar = page.getByRole('application');
    await calendar.waitFor();
    expect(await page.getByRole('grid').count()).toBe(2);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'edit-dates');
    await page.getByRole('button', { name: /December 10, 2026/ }).click();
    await page.getByRole('button', { name: /December 17, 2026/ }).click();
    await page.getByRole('button', { name: 'Search again' }).click();
    await turnOver(page, 'leave December 10, back December 17');
    await becomes(() => chip(page, 'dates').locator('.chip-value').innerText(), 'Thu, Dec 10 – Thu, Dec 17');
  });

  it('to one way', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await chip(page, 'dates').click();
    await page.getByText('One way').click();
    await page.getByRole('button', { name: 'Search again' }).click();
    await turnOver(page, 'one way, leave on December 4');
    await becomes(() => chip(page, 'dates').locator('.chip-value').innerText(), 'Fri, Dec 4');
  });

  it('by more travellers and another cabin', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await chip(page, 'party').click();
    await page.getByRole('button', { name: 'More Adults' }).click();
    await page.getByRole('button', { name: 'More Children' }).click();
    await page.getByRole('combobox', { name: 'Age of child 1' }).selectOption('5');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Search again' }).click();
    await turnOver(page, '2 adults, one child aged 5');
    await becomes(() => chip(page, 'party').locator('.chip-value').innerText(), '2 adults, 1 child');
    await chip(page, 'cabin').click();
    await page.getByRole('button', { name: 'Business' }).click();
    await turnOver(page, 'business class');
    await becomes(() => chip(page, 'cabin').locator('.chip-value').innerText(), 'Business');
    await chip(page, 'cabin').click();
    await page.getByRole('button', { name: 'Any cabin' }).click();
    await turnOver(page, 'any cabin class');
    await becomes(() => chip(page, 'cabin').locator('.chip-value').innerText(), 'Any cabin');
  });

  it('closes an editor with Escape and gives the focus back', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await chip(page, 'cabin').click();
    await page.getByRole('dialog', { name: 'Cabin' }).waitFor();
    await page.keyboard.press('Escape');
    await becomes(() => page.getByRole('dialog').count(), 0);
    await becomes(() => chip(page, 'cabin').evaluate((element) => element === document.activeElement), true);
  });

  it('names what is missing, and takes it by a click', async () => {
    const page = await journey.newTraveller();
    await say(page, 'I want to go to Lisbon');
    expect(await page.locator('.chip[data-known=false]').count()).toBe(2);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'missing');
    await chip(page, 'from').click();
    await page.getByRole('dialog', { name: 'From' }).locator('input:focus').waitFor();
    await page.keyboard.type('boston');
    await page
      .getByRole('option', { name: /Boston/ })
      .first()
      .click();
    await turnOver(page, 'from Boston, Massachusetts');
    expect(await page.locator('.chip[data-known=false]').count()).toBe(1);
  });

  it('in another currency by a click, and the other way round by words', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
    await turnOver(page, 'in EUR');
    await becomes(
      () =>
        page
          .locator('.card .price')
          .first()
          .innerText()
          .then((text) => text.startsWith('€')),
      true,
    );
    await say(page, 'in pounds');
    await becomes(() => page.getByRole('combobox', { name: 'Currency' }).inputValue(), 'GBP');
    await box(page).focus();
  });
});
