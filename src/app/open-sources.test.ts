import { describe, expect, it } from 'vitest';
import { shareOf } from './open-sources.ts';

const shares = (most: number, mostPerHost: number, sources: number) =>
  Array.from({ length: sources }, (_, position) =>
    shareOf({ most, mostPerHost, connectTimeoutMs: 1, keepAliveTimeoutMs: 1 }, sources, position),
  );

describe('the connections of a source', () => {
  it.each([
    [100, 30, 1, [30]],
    [100, 30, 3, [30, 30, 30]],
    [1000, 1000, 1, [1000]],
    [10, 10, 2, [5, 5]],
    [10, 10, 3, [4, 3, 3]],
    [10, 3, 3, [3, 3, 3]],
    [1, 1, 2, [1, 1]],
  ])('are its part of %i in all, at most %i a source, among %i', (most, mostPerHost, sources, expected) => {
    expect(shares(most, mostPerHost, sources)).toEqual(expected);
  });
});
