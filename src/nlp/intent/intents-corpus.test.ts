import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedPath, withoutShared } from '../../../test/shared/shared-folder.ts';
import { loadAirports } from '../../domain/reference/airports.ts';
import type { Intent } from '../../domain/understood.ts';
import { createLanguage } from '../create-language.ts';
import type { Language } from '../language.ts';

const file = sharedPath('data/nlu/clinc150/intents.tsv');

/** Which of our intents each of theirs may be; what is not named here is out of scope. */
const ours: Readonly<Record<string, readonly Intent[]>> = {
  are_you_a_bot: ['help'],
  book_flight: ['search_flights'],
  cancel: ['deny', 'start_over', 'cancel_order'],
  carry_on: ['ask_about_offer', 'out_of_scope'],
  flight_status: ['ask_about_offer', 'out_of_scope'],
  goodbye: ['thank'],
  greeting: ['greet', 'thank'],
  no: ['deny'],
  repeat: ['out_of_scope', 'help'],
  thank_you: ['thank'],
  what_can_i_ask_you: ['help'],
  yes: ['affirm'],
};
const leastRight = 0.94;

describe.skipIf(file === undefined)(file === undefined ? `intents (${withoutShared})` : 'intents', () => {
  let language: Language;
  beforeAll(async () => {
    language = createLanguage(await loadAirports());
  });

  it(`tells at least ${String(leastRight * 100)} % of short messages apart, and takes no wish for a flight for something else`, () => {
    const lines = readFileSync(file ?? '', 'utf8')
      .trim()
      .split('\n');
    const now = Temporal.PlainDateTime.from('2026-11-23T09:00');
    const context = { trip: null, asked: [], pending: [], now, locale: 'en-US', hasOffers: false };
    const wrong = lines.flatMap((line) => {
      const [theirs = '', message = ''] = line.split('\t');
      const { intent } = language.understand(message, context);
      return (ours[theirs] ?? ['out_of_scope']).includes(intent) ? [] : [`${theirs}: ${message} (${intent})`];
    });
    const share = 1 - wrong.length / lines.length;
    expect(wrong.filter((line) => line.startsWith('book_flight')).length).toBeLessThanOrEqual(1);
    expect(share, `${(share * 100).toFixed(1)} %\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(leastRight);
  });
});
