import { describe, expect, it } from 'vitest';
import { createOfferCache } from './offer-cache.ts';
import { samplePacker, sampleOffer } from './samples.ts';

const minuteMs = 60_000;

function setUp() {
  // A clock that began with the process, as performance.now() does: offers name wall-clock times, which must not be mixed with it.
  let now = 5000;
  const cache = createOfferCache({ packer: samplePacker, nowMs: () => now });
  return { cache, nowMs: () => now, passMs: (ms: number) => (now += ms) };
}

const offerLiving = (id: string, seconds: number) =>
  sampleOffer(id, {
    observedAt: '2027-01-01T12:00:00Z',
    expiresAt: Temporal.Instant.from('2027-01-01T12:00:00Z').add({ seconds }).toString(),
  });

describe('the offer cache', () => {
  it('knows nothing of what it was not given', () => {
    const { cache } = setUp();
    expect([cache.fresh('a'), cache.stale('a')]).toEqual([undefined, undefined]);
  });

  it('keeps answers fresh for three minutes and stale for thirty', () => {
    const { cache, nowMs, passMs } = setUp();
    const offers = [sampleOffer('one:a')];
    cache.keep('a', offers, nowMs());
    passMs(3 * minuteMs - 1);
    expect(cache.fresh('a')).toEqual(offers);
    passMs(1);
    expect(cache.fresh('a')).toBeUndefined();
    passMs(27 * minuteMs - 1);
    expect(cache.stale('a')).toEqual(offers);
    passMs(1);
    expect(cache.stale('a')).toBeUndefined();
  });

  it('is never fresher than the first of its offers to end', () => {
    const { cache, nowMs, passMs } = setUp();
    cache.keep('a', [offerLiving('one:a', 1800), offerLiving('one:b', 60), sampleOffer('one:c')], nowMs());
    passMs(minuteMs - 1);
    expect(cache.fresh('a')).toHaveLength(3);
    passMs(1);
    expect(cache.fresh('a')).toBeUndefined();
    expect(cache.stale('a')).toHaveLength(3);
  });

  it('has what is not fresh any more for as long as each offer lives, thirty minutes at most', () => {
    const { cache, nowMs, passMs } = setUp();
    cache.keep('a', [offerLiving('one:a', 300), offerLiving('one:b', 3600)], nowMs());
    const living = () => cache.living('a')?.map(({ id }) => id);
    passMs(5 * minuteMs - 1);
    expect([cache.fresh('a'), living()]).toEqual([undefined, ['one:a', 'one:b']]);
    passMs(1);
    expect(living()).toEqual(['one:b']);
    passMs(25 * minuteMs);
    expect(living()).toBeUndefined();
  });

  it('counts the life of an offer from when it was observed, not from when it was kept', () => {
    const { cache, nowMs, passMs } = setUp();
    const observedAtMs = nowMs();
    passMs(20_000);
    cache.keep('a', [offerLiving('one:a', 60)], observedAtMs);
    passMs(39_999);
    expect(cache.fresh('a')).toBeDefined();
    passMs(1);
    expect(cache.fresh('a')).toBeUndefined();
  });

  it('gives the very same list to all who ask, until there are too many', () => {
    const { cache, nowMs } = setUp();
    cache.keep('a', [sampleOffer('one:a')], nowMs());
    const first = cache.fresh('a');
    expect(cache.fresh('a')).toBe(first);
    expect(cache.stale('a')).toBe(first);
    cache.keep(
      'b',
      Array.from({ length: 5000 }, (_, nth) => sampleOffer(`one:${nth}`)),
      nowMs(),
    );
    expect(cache.fresh('b')).toHaveLength(5000);
    expect(cache.fresh('a')).toEqual(first);
    expect(cache.fresh('a')).not.toBe(first);
  });

  it('takes a newer answer in place of an older one', () => {
    const { cache, nowMs } = setUp();
    cache.keep('a', [sampleOffer('one:a')], nowMs());
    cache.keep('a', [sampleOffer('one:b')], nowMs());
    expect(cache.fresh('a')?.map(({ id }) => id)).toEqual(['one:b']);
  });

  it('holds a bounded number of offers and lets the least recently used go first', () => {
    const { cache, nowMs } = setUp();
    const many = Array.from({ length: 20_000 }, (_, nth) => sampleOffer(`one:${nth}`));
    cache.keep('a', many, nowMs());
    cache.keep('b', many, nowMs());
    cache.fresh('a');
    cache.keep('c', many, nowMs());
    expect(['a', 'b', 'c'].map((key) => cache.fresh(key) !== undefined)).toEqual([true, false, true]);
  });

  it('does not lose count when an answer is replaced again and again', () => {
    const { cache, nowMs } = setUp();
    const many = Array.from({ length: 20_000 }, (_, nth) => sampleOffer(`one:${nth}`));
    cache.keep('b', many, nowMs());
    for (let nth = 0; nth < 10; nth += 1) cache.keep('a', many, nowMs());
    expect(cache.fresh('b')).toBeDefined();
  });
});
