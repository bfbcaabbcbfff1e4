import { expect, it } from 'vitest';
import { slopeOf, type Sample } from './slope.ts';

const sawtooth = (at: number): number => (at % 4 < 2 ? 5 : -5);

it('is what the value changes by in a second', () => {
  expect(
    slopeOf([
      [10, 100],
      [11, 103],
      [12, 106],
    ]),
  ).toBeCloseTo(3);
});

it('sees the growth under a sawtooth, and none where there is none', () => {
  const samples = (growth: number): Sample[] =>
    Array.from({ length: 400 }, (_, at) => [at, growth * at + sawtooth(at)]);
  expect(slopeOf(samples(0.5))).toBeCloseTo(0.5, 2);
  expect(slopeOf(samples(0))).toBeCloseTo(0, 2);
});

it('draws no line through one reading', () => {
  expect(slopeOf([[1, 2]])).toBeNaN();
  expect(slopeOf([])).toBeNaN();
});
