import { describe, expect, it } from 'vitest';
import { daysLater, departureDays, notBeforeDate, weekdaysOfWindow, windowOfDays } from './departure-days.ts';
import { dayOfIsoDate } from './zoned-minute.ts';

const numbers = (...days: string[]) => days.map(dayOfIsoDate);
const fridays = numbers('2026-12-04', '2026-12-11', '2026-12-18');

describe('the days of a window', () => {
  it('are every day between its ends where it names none', () => {
    const window = windowOfDays(numbers('2026-12-30', '2026-12-31', '2027-01-01'));
    expect(window).toEqual({ earliest: '2026-12-30', latest: '2027-01-01', timeFrom: null, timeTo: null });
    expect(departureDays(window)).toEqual(numbers('2026-12-30', '2026-12-31', '2027-01-01'));
  });

  it('are named where some between are left out, with the times that were known', () => {
    const window = windowOfDays(fridays, { timeFrom: '06:00', timeTo: null });
    expect(window.days).toEqual(['2026-12-04', '2026-12-11', '2026-12-18']);
    expect(window.timeFrom).toBe('06:00');
    expect(departureDays(window)).toEqual(fridays);
    expect(daysLater(window, 1).days).toEqual(['2026-12-05', '2026-12-12', '2026-12-19']);
  });

  it('begin no earlier than a date, where any is left', () => {
    const window = windowOfDays(fridays);
    expect(notBeforeDate(window, '2026-12-05').days).toEqual(['2026-12-11', '2026-12-18']);
    expect(notBeforeDate(window, '2026-12-12')).toMatchObject({
      earliest: '2026-12-18',
      latest: '2026-12-18',
    });
    expect(notBeforeDate(window, '2026-12-12').days).toBeUndefined();
    expect(notBeforeDate(window, '2026-12-19')).toBe(window);
    const open = { earliest: '1970-01-01', latest: '2026-12-19', timeFrom: null, timeTo: null };
    expect(notBeforeDate(open, '2026-12-05')).toEqual({ ...open, earliest: '2026-12-05' });
  });

  it('follow a rule for days of the week where no such day is left out', () => {
    expect(weekdaysOfWindow(windowOfDays(fridays))).toEqual([4]);
    expect(weekdaysOfWindow(windowOfDays(numbers('2026-12-04', '2026-12-05', '2026-12-12')))).toBeNull();
    expect(weekdaysOfWindow(windowOfDays(numbers('2026-12-04', '2026-12-18')))).toBeNull();
    expect(weekdaysOfWindow(windowOfDays(numbers('2026-12-04', '2026-12-06')))).toBeNull();
    expect(weekdaysOfWindow(windowOfDays(numbers('2026-12-04', '2026-12-05')))).toBeNull();
  });
});
