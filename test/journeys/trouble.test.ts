import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, message, say, turnOver } from './traveller.ts';

describe.skipIf(missingForJourneys)('trouble', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
  });
  afterAll(() => journey[Symbol.asyncDispose]());

  it('is an empty list, with what to give up as buttons', async () => {
    const page = await journey.newTraveller();
    await say(page, `${message}, nonstop, under 200 dollars`);
    await page.getByRole('heading', { name: 'Nothing fits all of it' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'nothing-fits');
    await page.locator('.relaxations').getByRole('button').first().click();
    await cards(page).first().waitFor();
  });

  it('is a day that has passed', async () => {
    const page = await journey.newTraveller();
    await say(page, 'Boston to Lisbon yesterday');
    await page.getByRole('heading', { name: 'That day has passed' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('is a connection that is gone: what is there stays, and the turn goes on when it is back', async () => {
    const page = await journey.newTraveller();
    await say(page, message);
    const held = await cards(page).count();
    await page.context().setOffline(true);
    await box(page).fill('only nonstop');
    await box(page).press('Enter');
    await page.getByRole('alert').getByText('You seem to be offline').waitFor();
    expect(await cards(page).count()).toBe(held);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'offline');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Remove: Nonstop' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.locator('.line.traveller', { hasText: 'only nonstop' }).count()).toBe(1);
  });

  it('is a part of the page that does not come: the rest stays, and it can be tried again', async () => {
    const page = await journey.newTraveller({ viewport: { width: 800, height: 900 } });
    await say(page, message);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Map' }).click();
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    expect(await cards(page).count()).toBeGreaterThan(3);
    await page.locator('.chip[data-kind=to]').click();
    await page.getByRole('button', { name: 'Dismiss' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'part-failed');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('dialog', { name: 'To' }).waitFor();
  });

  it('is no second click on Send: it stops nothing', async () => {
    const page = await journey.newTraveller();
    await box(page).fill(message);
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await turnOver(page, message);
    await cards(page).first().waitFor();
    expect(await page.getByText('Stopped.').count()).toBe(0);
  });

  it('is a message that is too long: all of it stays, and the page says how long it may be', async () => {
    const page = await journey.newTraveller();
    await box(page).fill('Boston to Lisbon '.repeat(150));
    await page.getByRole('alert').getByText('2,549 characters').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await box(page).press('Enter');
    expect(await page.locator('.line').count()).toBe(0);
  });

  it('is too many requests: the page says so, and asks again when it is told to', async () => {
    const page = await journey.newTraveller();
    let refused = 0;
    await page.route('**/chat', (route) => {
      if (refused > 0) return route.continue();
      refused += 1;
      return route.fulfill({
        status: 429,
        headers: { 'retry-after': '600' },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          title: 'Too many requests',
          status: 429,
          code: 'rate_limited',
          detail: 'Wait ten minutes.',
        }),
      });
    });
    await box(page).fill(message);
    await box(page).press('Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('That was more than this Windrose answers in a minute.').waitFor();
    await becomes(async () => /in (600|59\d) s/.test(await alert.innerText()), true);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'too-many-requests');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await cards(page).first().waitFor();
  });

  it('is an answer that breaks off: the page asks again on a click', async () => {
    const page = await journey.newTraveller();
    let broken = false;
    await page.route('**/chat', (route) => {
      if (broken) return route.continue();
      broken = true;
      return route.fulfill({
        contentType: 'text/event-stream',
        body: 'event: search-start\ndata: {"providers":["demo"]}\n\n',
      });
    });
    await box(page).fill(message);
    await box(page).press('Enter');
    await page.getByRole('alert').getByText('The connection broke').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await turnOver(page, message);
    expect(await cards(page).count()).toBeGreaterThan(3);
  });

  it('is something we refuse: it says why and offers no second try', async () => {
    const page = await journey.newTraveller();
    await page.route('**/chat', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          title: 'Invalid request',
          status: 400,
          code: 'invalid_request',
          detail: 'This cannot be read.',
        }),
      }),
    );
    await box(page).fill(message);
    await box(page).press('Enter');
    const alert = page.getByRole('alert');
    await becomes(async () => (await alert.innerText()).includes('This cannot be read.'), true);
    expect(await alert.getByRole('button').count()).toBe(0);
  });
});
