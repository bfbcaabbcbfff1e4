import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAirports } from '../../src/domain/reference/airports.ts';
import { startAmadeusSimulator } from '../simulators/amadeus.ts';
import { usualBehaviour } from '../simulators/behaviour.ts';
import { startDuffelSimulator } from '../simulators/duffel.ts';
import type { Simulator } from '../simulators/http-server.ts';
import { findBarriers } from './axe.ts';
import { keepPicture, missingForJourneys, startJourney, type Journey } from './journey.ts';
import { becomes, box, cards, say, turnOver } from './traveller.ts';

describe.skipIf(missingForJourneys)('sources while they answer', () => {
  let amadeus: Simulator;
  let duffel: Simulator;
  let journey: Journey;
  /** Each journey asks for a month of its own, so that no answer that was held for another, or for its calendar, stands in for a search. */
  let day = 20;
  const wish = (): string => {
    day += 31;
    return `Boston to Lisbon on ${Temporal.Now.plainDateISO().add({ days: day }).toString()}, one way`;
  };

  beforeAll(async () => {
    const airports = await loadAirports();
    amadeus = await startAmadeusSimulator({ airports });
    duffel = await startDuffelSimulator({ airports });
    journey = await startJourney({
      inRealTime: true,
      env: {
        AMADEUS_BASE_URL: amadeus.url,
        AMADEUS_API_KEY: 'any',
        AMADEUS_API_SECRET: 'any',
        DUFFEL_BASE_URL: duffel.url,
        DUFFEL_ACCESS_TOKEN: 'any',
      },
    });
  });
  beforeEach(() => {
    Object.assign(amadeus.behaviour, usualBehaviour);
    Object.assign(duffel.behaviour, usualBehaviour);
  });
  afterAll(async () => {
    await journey[Symbol.asyncDispose]();
    await amadeus[Symbol.asyncDispose]();
    await duffel[Symbol.asyncDispose]();
  });

  it('have a line each; cards of the first stand there while the second is asked, and stopping keeps them', async () => {
    duffel.behaviour.fault = 'hang';
    const page = await journey.newTraveller();
    await box(page).fill(wish());
    await box(page).press('Enter');
    await page.locator('.source[data-status=ok]', { hasText: 'amadeus' }).waitFor();
    await page.locator('.source[data-status=asking]', { hasText: 'duffel' }).waitFor();
    await cards(page).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'searching');
    const held = await cards(page).count();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.line', { hasText: 'Stopped. What had come' }).waitFor();
    expect(await cards(page).count()).toBe(held);
  });

  it('may fail one by one: its line says so, and the others’ flights are there', async () => {
    duffel.behaviour.fault = 'error_500';
    const page = await journey.newTraveller();
    await say(page, wish());
    await page.locator('.source[data-status=error]', { hasText: 'duffel' }).waitFor();
    expect(await cards(page).count()).toBeGreaterThan(0);
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'source-failed');
  });

  it('are asked again for a turn that a reload cut off', async () => {
    duffel.behaviour.fault = 'hang';
    amadeus.behaviour.fault = 'hang';
    const page = await journey.newTraveller();
    const text = wish();
    await box(page).fill(text);
    await box(page).press('Enter');
    await page.locator('.source[data-status=asking]').first().waitFor();
    duffel.behaviour.fault = null;
    amadeus.behaviour.fault = null;
    await page.reload();
    await turnOver(page, text);
    await cards(page).first().waitFor();
    expect(await page.locator('.line.traveller').count()).toBe(1);
  });

  it('say of one flight that it costs more now, and that another is sold out; the list has it', async () => {
    duffel.behaviour.fault = 'empty';
    const page = await journey.newTraveller();
    await say(page, wish());
    const before = await cards(page).count();
    const priceOf = async (at: number) =>
      (await cards(page).nth(at).locator('.price').first().textContent()) ?? '';
    const shown = await priceOf(0);
    amadeus.behaviour.priceFactor = 0.5;
    await say(page, 'is the first one still available?');
    await page.locator('.line.agent', { hasText: 'the price has changed' }).waitFor();
    expect(await cards(page).count()).toBe(before);
    expect(await priceOf(0)).not.toBe(shown);
    await keepPicture(page, 'price-changed');
    amadeus.behaviour.priceFactor = 0;
    await say(page, 'is the first one sold out?');
    await page.locator('.line.agent', { hasText: 'It is off the list' }).waitFor();
    await becomes(() => cards(page).count(), before - 1);
    await page.getByRole('button', { name: 'Search again' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'sold-out');
  });

  it('may all fail, which is not the same as no flights', async () => {
    duffel.behaviour.fault = 'error_500';
    amadeus.behaviour.fault = 'error_500';
    const page = await journey.newTraveller();
    await say(page, wish());
    await page.getByRole('heading', { name: 'No source could answer' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await keepPicture(page, 'all-failed');
    await becomes(() => page.getByRole('button', { name: 'Ask again' }).count(), 1);
  });
});
