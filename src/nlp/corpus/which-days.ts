import { row, type Row } from './row.ts';

const fridaysInJune = '2027-06-04 2027-06-11 2027-06-18 2027-06-25';
const fridaysAndSaturdaysInMay =
  '2027-05-01 2027-05-07 2027-05-08 2027-05-14 2027-05-15 2027-05-21 2027-05-22 2027-05-28 2027-05-29';
const oneWay = { type: 'one_way', back: null } as const;

/** Some days of a stretch, and days that are as good as each other. */
export const whichDays: readonly Row[] = [
  row('London to Rome on a Friday in June', { leave: fridaysInJune, ...oneWay }),
  row('London to Rome Fridays in June', { leave: fridaysInJune, ...oneWay }),
  row('London to Rome in June, preferably on a Friday', { leave: fridaysInJune, ...oneWay }),
  row('any Friday in June from London to Rome', { leave: fridaysInJune, ...oneWay }),
  row('every Monday in January from Leeds to Dublin', {
    leave: '2027-01-04 2027-01-11 2027-01-18 2027-01-25',
    ...oneWay,
  }),
  row('London to Rome on a Tuesday or Wednesday in June', {
    leave:
      '2027-06-01 2027-06-02 2027-06-08 2027-06-09 2027-06-15 2027-06-16 2027-06-22 2027-06-23 2027-06-29 2027-06-30',
    ...oneWay,
  }),
  row('London to Rome any weekend in May', {
    leave: fridaysAndSaturdaysInMay,
    stay: '2-3',
    type: 'round_trip',
  }),
  row('weekend trip from London to Rome in May', { leave: fridaysAndSaturdaysInMay, stay: '2-3' }),
  row('London to Rome for the weekend', { leave: '2026-11-27..2026-11-28', back: '2026-11-29', stay: null }),
  row('off to Lisbon for the weekend with two friends', { back: '2026-11-29' }, 'undated'),
  row('for the weekend', { leave: '2026-11-27..2026-11-28', back: '2026-11-29' }, 'undated', [
    'departure_date',
  ]),
  row('one way London to Rome for the weekend', { leave: '2026-11-27..2026-11-28', ...oneWay }),
  row('London to Rome for the weekend in May', { leave: fridaysAndSaturdaysInMay, stay: '2-3' }),
  row('London to Rome on December 11 for the weekend', { leave: '2026-12-11', stay: '2-3' }),
  row('London to Rome for a weekend', { leave: null, stay: '2-3', missing: ['departure_date'] }),
  row('London to Rome, weekends in May', { leave: fridaysAndSaturdaysInMay, ...oneWay }),
  row('London to Rome, leaving on a Friday and returning on a Sunday in June', {
    leave: fridaysInJune,
    stay: '2',
    type: 'round_trip',
  }),
  row('in June, leave on a Friday and come back on a Sunday, London to Rome', {
    leave: fridaysInJune,
    stay: '2',
  }),
  row('London to Rome on a Friday in June, back on a Monday', { leave: fridaysInJune, stay: '3' }),
  row('Friday to Sunday in June, London to Rome', { leave: fridaysInJune, stay: '2' }),
  row('from Friday to Monday in mid February, London to Rome', {
    leave: '2027-02-12 2027-02-19',
    stay: '3',
  }),
  row('Saturday to Saturday in June, Hamburg to Rome', {
    leave: '2027-06-05 2027-06-12 2027-06-19 2027-06-26',
    stay: '7',
  }),
  row('London to Rome next week, not Monday', { leave: '2026-12-01..2026-12-06', unresolved: [] }),
  row('London to Rome between June 3 and 10 except Sunday', {
    leave: '2027-06-03 2027-06-04 2027-06-05 2027-06-07 2027-06-08 2027-06-09 2027-06-10',
    unresolved: [],
  }),
  row('London to Rome December 7 to 13, weekdays only', { unsearchable: ['days_of_week'] }),
  row('London to Rome between December 7 and 13, weekdays only', { leave: '2026-12-07..2026-12-11' }),
  row('London to Rome between December 7 and 13, but not on the weekend', {
    leave: '2026-12-07..2026-12-11',
  }),
  row('London to Rome midweek between December 7 and 13', { leave: '2026-12-08..2026-12-10' }),
  row('London to Rome in June, not before the 21st', { leave: '2027-06-21..2027-06-30', ...oneWay }),
  row('London to Rome in June, after the 20th', { leave: '2027-06-21..2027-06-30', ...oneWay }),
  row('London to Rome in the first half of June but before the 5th', {
    leave: '2027-06-01..2027-06-04',
    ...oneWay,
  }),
  row('London to Rome in June, back before the 25th', {
    leave: '2027-06-01..2027-06-30',
    type: 'round_trip',
  }),
  row('London to Rome any day but Sunday in June, not before the 21st, no Fridays', {
    leave: '2027-06-21 2027-06-22 2027-06-23 2027-06-24 2027-06-26 2027-06-28 2027-06-29 2027-06-30',
    ...oneWay,
  }),
  row('only on weekdays', { intent: 'refine_search', leave: '2026-12-04', unsearchable: [] }, 'one way'),
  row('not on weekends', { leave: '2026-12-04', unsearchable: [] }, 'one way'),

  row('London to Rome on Thursday or Sunday', { leave: '2026-11-26 2026-11-29', ...oneWay }),
  row('London to Rome Monday, Wednesday or Friday', { leave: '2026-11-23 2026-11-25 2026-11-27', ...oneWay }),
  row('London to Rome June 3 or June 10', { leave: '2027-06-03 2027-06-10', ...oneWay }),
  row('London to Rome on June 3, 10 or 17', { leave: '2027-06-03 2027-06-10 2027-06-17', ...oneWay }),
  row('London to Rome on the 3rd, 10th or 17th of June', {
    leave: '2027-06-03 2027-06-10 2027-06-17',
    ...oneWay,
  }),
  row('London to Rome June 3 or 5, back June 12 or 14', {
    leave: '2027-06-03 2027-06-05',
    back: '2027-06-12 2027-06-14',
  }),
  row('London to Rome in May or June', { leave: '2027-05-01..2027-06-30', ...oneWay }),
  row('London to Rome this weekend or next weekend', {
    leave: '2026-11-27 2026-11-28 2026-12-04 2026-12-05',
    ...oneWay,
  }),

  row('the 6th is fine too', { leave: '2026-12-04 2026-12-06', back: '2026-12-13' }, 'offers'),
  row('the 14th is fine too', { leave: '2026-12-04', back: '2026-12-13..2026-12-14' }, 'offers'),
  row('the 15th works too for the return', { leave: '2026-12-04', back: '2026-12-13 2026-12-15' }, 'offers'),
  row('or the 5th', { leave: '2026-12-04..2026-12-05', back: '2026-12-13' }, 'offers'),
  row('Saturday also works', { leave: '2026-12-04..2026-12-05' }, 'one way'),
  row('Saturday would be ok as well', { leave: '2026-12-04..2026-12-05' }, 'one way'),
  row('we could also leave on Sunday', { leave: '2026-12-04 2026-12-06' }, 'one way'),
  row('make it the 6th', { leave: '2026-12-06' }, 'one way'),
  // Days that are turned down behind their names.
  row("Sunday won't work for us", { leave: '2026-12-04', back: '2026-12-13', changed: [] }, 'offers'),
  row("we can't manage Sunday", { leave: '2026-12-04', changed: [] }, 'one way'),
  row('Thursdays are bad', { leave: '2026-12-04', back: '2026-12-13', changed: [] }, 'offers'),
  row('Sonntag passt uns nicht', { leave: '2026-12-04', changed: [] }, 'one way'),
  row('the 4th is not possible, what about the 5th', { leave: '2026-12-05', back: '2026-12-13' }, 'offers'),
  row("the 13th doesn't suit us, the 14th would", { leave: '2026-12-04', back: '2026-12-14' }, 'offers'),
  row('London to Rome between December 7 and 9, the 8th is out of the question', {
    leave: '2026-12-07 2026-12-09',
  }),
  // A bare day beside the places of the trip is in the month of the trip.
  row('leave Boston on the 17th', { leave: '2027-01-17' }, 'in January'),
  row(
    'depart Boston on the 5th and return on the 14th',
    { from: 'BOS', to: 'LIS', leave: '2026-12-05', back: '2026-12-14' },
    'offers',
  ),
  row('to Lisbon on the 18th', { leave: '2027-01-18' }, 'in January'),
];
