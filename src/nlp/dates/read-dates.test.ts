import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageOf } from '../patterns/passage.ts';
import { dayOfIsoDate, isoDateOfDay } from '../../domain/zoned-minute.ts';
import type { DateReading, WindowReading } from './reading.ts';
import { readDates } from './read-dates.ts';

const monday = Temporal.PlainDateTime.from('2026-11-23T09:00');
const mondayNumber = dayOfIsoDate('2026-11-23');
const read = (text: string, now = monday, locale = 'en-US'): string[] =>
  readDates(text, passageOf(text.toLowerCase()), { now, locale }).map(({ value }) => shown(value));

const days = ({ first, last, past, days: some }: WindowReading): string =>
  some
    ? some.map(isoDateOfDay).join(' ')
    : `${isoDateOfDay(first)}${last === first ? '' : `..${isoDateOfDay(last)}`}${past ? ' past' : ''}`;

function shown(value: DateReading): string {
  switch (value.kind) {
    case 'window':
      return days(value);
    case 'range':
      return `${days(value.from)} to ${days(value.to)}`;
    case 'days_after':
      return `+${String(value.days)}`;
    case 'weekday_before':
      return `weekday ${String(value.weekday)} before`;
    case 'weekday_after':
      return `weekday ${String(value.weekday)} after`;
    case 'stay':
      return `${String(value.minNights)}-${String(value.maxNights)} nights`;
    case 'which_days':
      return `of a week ${[0, 1, 2, 3, 4, 5, 6].filter((day) => value.isMeant(mondayNumber + day)).join('')}`;
    case 'time':
      return `${String(value.from)}-${String(value.to)}`;
    case 'shift':
      return `shift ${String(value.days)}`;
    case 'longer':
      return `longer ${String(value.days)}`;
    case 'flexible':
      return `±${String(value.days)}`;
    case 'anchor':
      return 'anchor';
    case 'unusable':
      return value.why;
  }
}

describe('readDates, on Monday 23 November 2026', () => {
  it.each([
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['the day after tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-22 past'],
    ['last Friday', '2026-11-20 past'],
    ['Friday', '2026-11-27'],
    ['on Monday', '2026-11-23'],
    ['this Friday', '2026-11-27'],
    ['next Friday', '2026-12-04'],
    ['Friday next week', '2026-12-04'],
    ['Friday week', '2026-12-04'],
    ['Friday after next', '2026-12-11'],
    ['a week from Friday', '2026-12-04'],
    ["in a couple day's", '2026-11-25'],
    ['in three weeks', '2026-12-14'],
    ['in 2 months', '2027-01-23'],
    ['two weeks from tomorrow', '2026-12-08'],
    ['the 7th', '2026-12-07'],
    ['the 23rd', '2026-11-23'],
    ['the 31st', '2026-12-31'],
    ['12th of this month', '2026-11-12 past'],
    ['12th of next month', '2026-12-12'],
    ['March 3', '2027-03-03'],
    ['3rd of March', '2027-03-03'],
    ['March the 3rd, 2028', '2028-03-03'],
    ['the twenty-first of May', '2027-05-21'],
    ['February 29', 'no_such_day'],
    ['February 29, 2028', '2028-02-29'],
    ['2026-12-24', '2026-12-24'],
    ['2020-01-01', '2020-01-01 past'],
    ['12/24', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['next week', '2026-11-30..2026-12-06'],
    ['next month', '2026-12-01..2026-12-31'],
    ['this month', '2026-11-23..2026-11-30'],
    ['in May', '2027-05-01..2027-05-31'],
    ['late November', '2026-11-23..2026-11-30'],
    ['mid-June', '2027-06-11..2027-06-20'],
    ['the first week of April', '2027-04-01..2027-04-07'],
    ['this summer', '2027-06-01..2027-08-31'],
    ['Christmas', '2026-12-25'],
    ["new year's eve", '2026-12-31'],
    ['nye', '2026-12-31'],
    ['new year', '2027-01-01'],
    ['Thanksgiving', '2026-11-26'],
    ['Easter', '2027-03-28'],
    ['the day before Easter Monday', '2027-03-28'],
    ['the day after Christmas', '2026-12-26'],
    ['February 31', 'no_such_day'],
    ['the 31st of April', 'no_such_day'],
    ['12/4-12/13', '2026-12-04 to 2026-12-13'],
    ['12/28-1/3', '2026-12-28 to 2027-01-03'],
    ['between May 3 and May 10', '2027-05-03..2027-05-10'],
    ['after May 5', '2027-05-06..2027-05-18'],
    ['before December 1', '2026-11-23..2026-11-30'],
    ['May 3-10', '2027-05-03 to 2027-05-10'],
    ['3 to 10 May', '2027-05-03 to 2027-05-10'],
    ['December 28 to the 3rd', '2026-12-28 to 2027-01-03'],
    ['28 to 3 January', '2026-12-28 to 2027-01-03'],
    ['from the 28th to the 4th', '2026-11-28 to 2026-12-04'],
    ['for a week', '7-7 nights'],
    ['for 5-7 nights', '5-7 nights'],
    ['a long weekend', '3-4 nights'],
    ['a 10-day trip', '10-10 nights'],
    ['back four days later', '+4'],
    ['the next day', '+1'],
    ['the Sunday after', 'weekday 6 after'],
    ['the Tuesday before', 'weekday 1 before'],
    ['a day earlier', 'shift -1'],
    ['make it two days later', 'shift 2'],
    ['give or take 2 days', '±2'],
    ['at 7:30pm', '1110-1230'],
    ['before 9am', 'null-540'],
    ['after 18:00', '1080-null'],
    ['between 8 and 11 am', '480-660'],
    ['between 1 and 3 pm', '780-900'],
    ['in the morning', '300-720'],
  ])('reads "%s" as %s', (phrase, expected) => {
    expect(read(phrase)).toEqual([expected]);
  });

  it.each([
    'I may go',
    'the second one',
    'option 3',
    'under $700',
    'flight 218',
    '4 tickets',
    'I sat there',
    '99/99',
  ])('reads no day in "%s"', (phrase) => {
    expect(read(phrase)).toEqual([]);
  });

  it('reads day and month in the order of the locale', () => {
    expect(read('3/4', monday, 'en-US')).toEqual(['2027-03-04']);
    expect(read('3/4', monday, 'en-GB')).toEqual(['2027-04-03']);
  });

  it('reads the part of the day beside a day', () => {
    expect(read('tomorrow morning')).toEqual(['2026-11-24', '300-720']);
  });

  it('never names a day before today without saying that it is past', () => {
    const phrase = fc.constantFrom(
      'the 7th',
      'Monday',
      'next Sunday',
      'March 3',
      'in two weeks',
      'tomorrow',
      'in May',
      'this week',
      'on 31',
      '12/1',
    );
    const now = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(phrase, now, (text, date) => {
        const present = Temporal.PlainDateTime.from(date.toISOString().slice(0, 16));
        for (const { value } of readDates(text, passageOf(text.toLowerCase()), {
          now: present,
          locale: 'en-US',
        })) {
          if (value.kind !== 'window' || value.past) continue;
          expect(isoDateOfDay(value.first) >= present.toPlainDate().toString()).toBe(true);
          expect(value.last).toBeGreaterThanOrEqual(value.first);
        }
      }),
    );
  });
});
