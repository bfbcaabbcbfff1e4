import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../src/domain/offer.ts';
import { loadAirports, type Airports } from '../../src/domain/reference/airports.ts';
import { parseJson } from '../../src/providers/amadeus/errors.ts';
import { parseOffer as parseAmadeus } from '../../src/providers/amadeus/parse.ts';
import { parseOffer as parseDuffel } from '../../src/providers/duffel/parse.ts';
import { sharedPath, withoutShared } from '../shared/shared-folder.ts';

type Found = Record<string, unknown>;
type Parse = (raw: unknown, airports: Airports, observedAt: string) => Offer | string;

function* objectsIn(value: unknown): Generator<Found> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Found;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** Every recording below a folder that is JSON, by file name. A few official examples have commas too many and are left out. */
function* recordingsIn(folder: string): Generator<[file: string, value: unknown]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json') || entry.parentPath.endsWith('openapi')) continue;
    const path = join(entry.parentPath, entry.name);
    const value = parseJson(readFileSync(path));
    if (value !== undefined) yield [path.slice(folder.length + 1), value];
  }
}

const sources: { name: string; parse: Parse; isOffer: (found: Found) => boolean; atLeast: number }[] = [
  {
    name: 'amadeus',
    parse: (raw, airports, observedAt) =>
      parseAmadeus(raw, { airports, observedAt, provider: 'amadeus', reference: { value: raw } }),
    isOffer: (found) => found.type === 'flight-offer' && 'itineraries' in found,
    atLeast: 14,
  },
  {
    name: 'duffel',
    parse: parseDuffel,
    isOffer: (found) => String(found.id).startsWith('off_') && 'slices' in found && 'total_amount' in found,
    atLeast: 450,
  },
];

describe.each(sources)('recordings of $name', ({ name, parse, isOffer, atLeast }) => {
  const folder = sharedPath(`data/providers/${name}`);
  if (!folder) console.log(withoutShared);
  let airports: Airports;
  beforeAll(async () => {
    airports = await loadAirports();
  });

  it.skipIf(!folder)('are all read, every offer of them', () => {
    let offers = 0;
    const refused: string[] = [];
    for (const [file, value] of recordingsIn(folder ?? '')) {
      for (const raw of objectsIn(value)) {
        if (!isOffer(raw)) continue;
        const offer = parse(raw, airports, '2026-01-01T00:00:00Z');
        if (typeof offer === 'string') refused.push(`${file}: ${offer}`);
        else {
          offers += 1;
          expectSound(offer, file);
        }
      }
    }
    expect(refused).toEqual([]);
    expect(offers).toBeGreaterThanOrEqual(atLeast);
  });
});

function expectSound(offer: Offer, file: string): void {
  expect(offer.total.minor, file).toBeGreaterThan(0);
  for (const leg of offer.legs) {
    expect(leg.durationMinutes, file).toBeGreaterThan(0);
    expect(leg.durationMinutes, file).toBeLessThan(5 * 24 * 60);
    for (const [index, segment] of leg.segments.entries()) {
      const previous = leg.segments[index - 1];
      if (previous)
        expect(segment.departsAt.epochMinutes, file).toBeGreaterThanOrEqual(previous.arrivesAt.epochMinutes);
    }
  }
}
