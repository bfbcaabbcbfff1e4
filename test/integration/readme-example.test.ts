import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createContractClient } from '../contract/contract-client.ts';
import { startContractApp } from '../contract/contract-app.ts';

const message = 'Boston to Lisbon next Friday, back the Sunday after, under $700';

describe('the first sentence of the README', () => {
  it('is the one that this test tries', () => {
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(message);
  });

  it('finds flights on nearly every day of the year', async () => {
    let now = Temporal.Instant.from('2026-11-25T15:00:00Z');
    await using app = await startContractApp({ now: () => now });
    const client = createContractClient(app.server);
    const days = 52;
    let found = 0;
    for (let day = 0; day < days; day += 1) {
      const { flight_cards: cards } = await client.chat({ message });
      if (cards.length > 0) found += 1;
      now = now.add({ hours: 7 * 24 });
    }
    expect(found).toBeGreaterThanOrEqual(days * 0.9);
  });
});
