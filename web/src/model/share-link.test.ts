import { describe, expect, it } from 'vitest';
import { Trip } from '../../../src/contract/trip.ts';
import { isShareLink, readShareLink, shareLink } from './share-link.ts';

const trip = Trip.parse({
  legs: [
    {
      origin: { kind: 'city', code: 'ZRH', name: 'Zürich', country: 'CH', airports: ['ZRH'] },
      destination: { kind: 'city', code: 'SAO', name: 'São Paulo', country: 'BR', airports: ['GRU', 'CGH'] },
      departure: { earliest: '2026-12-04', latest: '2026-12-06' },
    },
  ],
});

describe('a link to a search', () => {
  it('brings the trip back, in the fragment and nowhere else', async () => {
    const link = new URL(shareLink(trip, 'https://windrose.example/?x=1#old'));
    expect(link.search).toBe('?x=1');
    expect(isShareLink(link.hash)).toBe(true);
    expect(await readShareLink(link.hash)).toEqual(trip);
  });

  it('may be of an older page, which knew fewer wishes', async () => {
    const { filters: _filters, ...older } = trip;
    const { hash } = new URL(shareLink(older as Trip, 'https://windrose.example/'));
    expect(await readShareLink(hash)).toEqual(trip);
  });

  it('is unreadable when it is cut off or damaged', async () => {
    const { hash } = new URL(shareLink(trip, 'https://windrose.example/'));
    const damaged = [
      { legs: [{}] },
      { legs: [{ origin: {} }] },
      { legs: [null] },
      { legs: [] },
      null,
      [],
    ].map((value) => `#trip=${Buffer.from(JSON.stringify(value)).toString('base64url')}`);
    for (const link of ['#trip=', '#trip=%%%', hash.slice(0, -40), ...damaged])
      expect(await readShareLink(link), link).toBeNull();
  });

  it('is none where the fragment is of something else', () => {
    for (const hash of ['', '#results']) expect(isShareLink(hash)).toBe(false);
  });
});
