import { describe, expect, it } from 'vitest';
import { Trip } from '../../../src/contract/trip.ts';
import { shareLink, tripFromHash } from './share-link.ts';

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
  it('brings the trip back, in the fragment and nowhere else', () => {
    const link = new URL(shareLink(trip, 'https://windrose.example/?x=1#old'));
    expect(link.search).toBe('?x=1');
    expect(tripFromHash(link.hash)).toEqual(trip);
  });

  it('is no trip when it is none', () => {
    for (const hash of ['', '#results', '#trip=', '#trip=%%%', '#trip=bnVsbA', '#trip=e30'])
      expect(tripFromHash(hash)).toBeNull();
  });
});
