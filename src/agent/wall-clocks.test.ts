import { describe, expect, it } from 'vitest';
import { createWallClocks } from './wall-clocks.ts';

const at = (text: string) => Temporal.Instant.from(text);

describe('wall clocks', () => {
  it('show the minute and the day of each zone', () => {
    const read = createWallClocks();
    const now = at('2026-12-31T23:30:45.678Z');
    expect(read(now, 'UTC').present.toString()).toBe('2026-12-31T23:30:00');
    expect(read(now, 'UTC').today).toBe('2026-12-31');
    expect(read(now, 'Asia/Tokyo').present.toString()).toBe('2027-01-01T08:30:00');
    expect(read(now, 'Asia/Tokyo').today).toBe('2027-01-01');
  });

  it('are read again with every minute, forwards and back', () => {
    const read = createWallClocks();
    const first = read(at('2026-12-31T23:59:01Z'), 'UTC');
    expect(read(at('2026-12-31T23:59:59.999Z'), 'UTC')).toBe(first);
    expect(read(at('2027-01-01T00:00:00Z'), 'UTC').today).toBe('2027-01-01');
    expect(read(at('2026-12-31T23:59:30Z'), 'UTC').today).toBe('2026-12-31');
  });

  it('follow a change of the clocks', () => {
    const read = createWallClocks();
    expect(read(at('2027-03-28T00:59:00Z'), 'Europe/Berlin').present.toString()).toBe('2027-03-28T01:59:00');
    expect(read(at('2027-03-28T01:00:00Z'), 'Europe/Berlin').present.toString()).toBe('2027-03-28T03:00:00');
  });

  it('refuse a zone that there is not', () => {
    const read = createWallClocks();
    expect(() => read(at('2027-01-01T00:00:00Z'), 'Mars/Olympus')).toThrow(RangeError);
  });
});
