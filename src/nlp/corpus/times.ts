import { row } from './row.ts';

/** Times of day, and the flight that each is for. */
export const times = [
  // Of the way back.
  row('Boston to Rome on May 3, back May 10 leaving after 6pm', { leaveTime: '-', backTime: '18:00-' }),
  row('Boston to Rome on May 3, no red-eye on the way back May 10', { leaveTime: '-', backTime: '-21:00' }),
  row('Boston to Rome on May 3, an evening flight home on May 10', {
    leaveTime: '-',
    backTime: '17:00-22:00',
  }),
  row('Boston to Rome on May 3, late return May 10', { leaveTime: '-', backTime: '20:00-23:59' }),
  row('Boston to Rome on May 3, return May 10, morning out and evening back', {
    leaveTime: '05:00-12:00',
    backTime: '17:00-22:00',
  }),
  row('Boston to Rome on May 3 in the morning back May 10', { leaveTime: '05:00-12:00', backTime: '-' }),
  row('red-eye on the way home', { leaveTime: '-', backTime: '21:00-23:59' }, 'offers'),
  row('an evening flight back', { leaveTime: '-', backTime: '17:00-22:00' }, 'offers'),
  row('day trip from London to Paris on May 3, out early, back late evening', {
    leave: '2027-05-03',
    back: '2027-05-03',
    leaveTime: '05:00-08:00',
    backTime: '20:00-23:59',
  }),
  row('London to Paris on May 3, back the same day after 17h', { leaveTime: '-', backTime: '17:00-' }),
  row('home by 8pm', { backTime: '-', returnArriveBy: '20:00' }, 'offers'),
  row('Boston to Rome on May 3, back May 10, home before noon', { returnArriveBy: '12:00', leaveTime: '-' }),
  row('leave home by 8am', { leaveTime: '-08:00', returnArriveBy: null }, 'offers'),
  // By the clock.
  row('the 0600 flight', { leaveTime: '05:00-07:00' }, 'one way'),
  row('leave after 1730', { leaveTime: '17:30-' }, 'one way'),
  row('under 1730 dollars', { leaveTime: '-', price: '1730 USD' }, 'one way'),
  row('Boston to Lisbon on December 4 pm', { leaveTime: '12:00-23:59' }),
  row('Boston to Lisbon friday am', { leaveTime: '00:00-12:00' }),
  row('8ish', { leaveTime: '06:00-10:00' }, 'one way'),
  row('around 6ish', { leaveTime: '16:00-20:00' }, 'one way'),
  row('before 5', { leaveTime: '-17:00', intent: 'refine_search' }, 'one way'),
  row('after 9 please', { leaveTime: '09:00-' }, 'one way'),
  row('between 7 and 10 in the morning', { leaveTime: '07:00-10:00' }, 'one way'),
  row('between 6 and 9 in the evening', { leaveTime: '18:00-21:00' }, 'one way'),
  row('after 9 at night', { leaveTime: '21:00-' }, 'one way'),
  row('not landing before 8 in the morning', { arriveAfter: '08:00', arriveBy: null }, 'one way'),
  row('meeting in Zurich at 2pm on March 9, flying from London', {
    arriveBy: '14:00',
    leave: '2027-03-09',
    leaveTime: '-',
  }),
  row('I have a 10am interview in Zurich on March 9, from London', { arriveBy: '10:00', leaveTime: '-' }),
  row('London to Zurich on March 9 after my meeting at 2pm', { arriveBy: null }),
  // A day to have arrived by.
  row('I need to be in Tokyo by 10am on June 3 from LA', {
    leave: '2027-06-01..2027-06-02',
    arriveBy: '2027-06-03T10:00',
    leaveTime: '-',
    to: 'TYO',
  }),
  row('be in Rome on May 5 by noon, from Boston', {
    leave: '2027-05-04..2027-05-05',
    arriveBy: '2027-05-05T12:00',
  }),
  row('I must arrive in Rome by May 5, flying from Boston', {
    leave: '2027-05-04..2027-05-05',
    arriveBy: '2027-05-05T23:59',
  }),
  row('Boston to Rome, have to get there no later than May 5', { arriveBy: '2027-05-05T23:59' }),
  row('get me to Rome from Boston before May 5', {
    leave: '2027-04-22..2027-05-04',
    arriveBy: '2027-05-04T23:59',
  }),
  row('Paris to Rome, must be there by 9am on May 5', { leave: '2027-05-05', arriveBy: '09:00' }),
  row('Paris to Rome, must be there by May 5', { leave: '2027-05-05', arriveBy: '2027-05-05T23:59' }),
  row('get me to Rome by tomorrow from Boston', {
    leave: '2026-11-23..2026-11-24',
    arriveBy: '2026-11-24T23:59',
  }),
  row('Boston to Lisbon March 3 to March 10, have to be there by 8am on the 4th', {
    leave: '2027-03-03',
    back: '2027-03-10',
    arriveBy: '2027-03-04T08:00',
  }),
  row('Boston to Rome arriving May 5 at 9am, back May 12', {
    leave: '2027-05-04..2027-05-05',
    back: '2027-05-12',
    arriveBy: '2027-05-05T09:00',
  }),
  row('Boston to Lisbon leaving March 3, arrive by March 4', {
    leave: '2027-03-03',
    arriveBy: '2027-03-04T23:59',
  }),
  row('arriving in Rome on May 5 from Boston', { leave: '2027-05-05', arriveBy: null }),
  row('Boston to Rome on May 5, arriving by 6pm', { leave: '2027-05-05', arriveBy: '18:00' }),
  row('Boston to Rome, leaving by May 5', { leave: '2027-05-05', arriveBy: null }),
  row(
    'must be in Lisbon by December 8',
    { leave: '2026-12-07..2026-12-08', arriveBy: '2026-12-08T23:59' },
    'one way',
  ),
  row('Boston to London on March 9 overnight', { leaveTime: '21:00-23:59' }),
  row('Boston to Rome, stay overnight in Lisbon, March 9', { leaveTime: '-' }),
  // Nights that are counted are no time of day.
  row('3-night city break from London to Rome on May 3', { stay: '3', back: '2027-05-06', leaveTime: '-' }),
  row('mid May 3 nights Rome from London', { stay: '3', leave: '2027-05-11..2027-05-20', leaveTime: '-' }),
  row('one more night', { leaveTime: '-', leave: '2026-12-04', back: '2026-12-14' }, 'offers'),
  row('stay two days longer', { leave: '2026-12-04', back: '2026-12-15' }, 'offers'),
];
