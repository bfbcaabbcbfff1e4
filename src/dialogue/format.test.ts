import { describe, expect, it } from 'vitest';
import { fromIso } from '../domain/zoned-minute.ts';
import { formatDuration, formatsFor } from './format.ts';

describe('formatsFor', () => {
  it.each([
    ['en-US', '$1,234.50', 'Friday, December 4', '6:05 PM', 'A, B, and C'],
    ['en-GB', 'US$1,234.50', 'Friday 4 December', '18:05', 'A, B and C'],
    ['de-DE', '1.234,50 $', 'Friday, 4 December', '18:05', 'A, B and C'],
    ['fr-FR', '1 234,50 $US', 'Friday, 4 December', '18:05', 'A, B and C'],
  ])('writes money, days, times and lists as %s does', (locale, money, day, time, list) => {
    const formats = formatsFor(locale, 2026);
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');
    expect(plain(formats.money({ minor: 123_450, currency: 'USD' }))).toBe(money);
    expect(formats.date('2026-12-04')).toBe(day);
    expect(formats.clock('18:05')).toBe(time);
    expect(formats.list(['A', 'B', 'C'])).toBe(list);
  });

  it('leaves out cents where there are none, and knows currencies without any', () => {
    const formats = formatsFor('en-US', 2026);
    expect(formats.money({ minor: 60_000, currency: 'USD' })).toBe('$600');
    expect(formats.money({ minor: 60_000, currency: 'JPY' })).toBe('¥60,000');
  });

  it('names the year only of another year', () => {
    expect(formatsFor('en-US', 2026).date('2027-01-02')).toBe('Saturday, January 2, 2027');
    expect(formatsFor('en-US', 2027).date('2027-01-02')).toBe('Saturday, January 2');
  });

  it('writes a time as the clock on the wall there shows it', () => {
    const time = fromIso('2026-12-04T18:05:00-05:00');
    expect(formatsFor('en-US', 2026).time(time)).toBe('6:05 PM');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [120, '2 h'],
    [395, '6 h 35 min'],
  ])('writes %i minutes', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});
