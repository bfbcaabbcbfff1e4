import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kilometresBetween } from '../../domain/kilometres-between.ts';
import { blockMinutes, eastward } from './geometry.ts';

const spot = fc.record({
  latitude: fc.double({ min: -70, max: 75, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const boston = { latitude: 42.3643, longitude: -71.0052 };
const lisbon = { latitude: 38.7813, longitude: -9.1359 };

describe('distances', () => {
  it('are those of the globe', () => {
    expect(kilometresBetween(boston, lisbon)).toBeCloseTo(5140, -2);
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      20_015,
      0,
    );
  });

  it('are the same both ways, and no detour is shorter', () => {
    fc.assert(
      fc.property(spot, spot, spot, (a, b, via) => {
        expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 6);
        expect(kilometresBetween(a, via) + kilometresBetween(via, b)).toBeGreaterThanOrEqual(
          kilometresBetween(a, b) - 0.001,
        );
      }),
    );
  });
});

describe('the direction', () => {
  it('goes the shorter way around, and turns round on the way back', () => {
    expect(eastward({ latitude: 35, longitude: 140 }, { latitude: 37, longitude: -122 })).toBeGreaterThan(
      0.9,
    );
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        fc.pre(Math.abs(Math.abs(b.longitude - a.longitude) - 180) > 1);
        expect(eastward(a, b)).toBeCloseTo(-eastward(b, a), 6);
        expect(Math.abs(eastward(a, b))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('block times', () => {
  const both = (a: typeof boston, b: typeof boston) => {
    const kilometres = kilometresBetween(a, b);
    return [blockMinutes(a, b, kilometres), blockMinutes(b, a, kilometres)] as const;
  };

  it('are shorter with the wind of middle latitudes than against it', () => {
    const [east, west] = both(boston, lisbon);
    expect(east).toBeGreaterThan(350);
    expect(west - east).toBeGreaterThanOrEqual(40);
    expect(west).toBeLessThan(470);
  });

  it('are the same both ways along the equator and along a meridian', () => {
    const [out, back] = both({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 40 });
    expect(out).toBe(back);
    const [north, south] = both({ latitude: 30, longitude: 10 }, { latitude: 60, longitude: 10 });
    expect(north).toBe(south);
  });

  it('keep to a speed that airliners have', () => {
    fc.assert(
      fc.property(spot, spot, (a, b) => {
        const kilometres = kilometresBetween(a, b);
        fc.pre(kilometres > 100 && kilometres < 15_000);
        const speed = kilometres / ((blockMinutes(a, b, kilometres) - 40) / 60);
        expect(speed).toBeGreaterThan(400);
        expect(speed).toBeLessThan(1100);
        expect(blockMinutes(a, b, kilometres) % 5).toBe(0);
      }),
    );
  });
});
