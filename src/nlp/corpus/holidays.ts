import { row, type Row } from './row.ts';

/** Days that have a name, and days of the week beside them and beside weekends. */
export const holidays: readonly Row[] = [
  row('memorial day weekend LA to Cabo', { leave: '2027-05-28..2027-05-29' }),
  row('MLK weekend Chicago to New Orleans', { leave: '2027-01-15..2027-01-16' }),
  row('MLK weekend Boston to Chicago, back Monday', { leave: '2027-01-15..2027-01-16', back: '2027-01-18' }),
  row('over Presidents Day weekend from Minneapolis to Phoenix', { leave: '2027-02-12..2027-02-13' }),
  row("Mother's Day weekend, Raleigh to Newark", { leave: '2027-05-07..2027-05-08' }),
  row("Valentine's weekend in Paris from London", { leave: '2027-02-12..2027-02-13' }),
  row('Thanksgiving weekend next year Boston to Miami', { leave: '2027-11-25..2027-11-27' }),
  row('Chinese New Year San Francisco to Shanghai', { leave: '2027-02-06' }),
  row('New Year San Francisco to Shanghai', { leave: '2027-01-01' }),
  row('Ash Wednesday, Rio to Salvador', { leave: '2027-02-10' }),
  row('Whit Monday Berlin to Vienna', { leave: '2027-05-17' }),
  row('Good Friday Berlin to Vienna', { leave: '2027-03-26' }),
  row('Berlin to Munich for Oktoberfest', { leave: '2027-09-18..2027-10-03' }),
  row('Diwali flights from London to Delhi', { leave: '2027-10-29' }),
  row('Hanukkah from Boston to Tel Aviv', { leave: '2026-12-04..2026-12-11' }),
  row("King's Day from London to Amsterdam", { leave: '2027-04-27' }),
  row('August bank holiday weekend London to Nice', { leave: '2027-08-27..2027-08-28' }),
  row('Black Friday Boston to Miami', { leave: '2026-11-27' }),
  row('Boston to Denver the day after Christmas', { leave: '2026-12-26', type: 'one_way' }),
  row('Boston to Denver day after Christmas', { leave: '2026-12-26', type: 'one_way' }),
  row('from 20 December until Epiphany Rome to Oslo', { leave: '2026-12-20', back: '2027-01-06' }),

  row('Thanksgiving next year, Denver to Omaha, wed to sun', { leave: '2027-11-24', back: '2027-11-28' }),
  row('wed to sun, Denver to Omaha, Christmas week', { leave: '2026-12-23', back: '2026-12-27' }),
  row('Super Bowl, Kansas City to Phoenix, leave the Friday before, back the Monday after', {
    leave: '2027-02-12',
    back: '2027-02-15',
  }),
  row('Boston to Lisbon on Thanksgiving, back Sunday', { leave: '2026-11-26', back: '2026-11-29' }),
  row('Boston to Lisbon for Christmas, leaving Wednesday', { leave: '2026-12-23', type: 'one_way' }),
  row('Boston to Denver next weekend, fly out friday, back sunday', {
    leave: '2026-12-04',
    back: '2026-12-06',
  }),
  row('Boston to Denver the weekend of December 12, friday evening to sunday evening', {
    leave: '2026-12-11',
    back: '2026-12-13',
  }),
  row('weekend of 6 March Oslo to Rome', { leave: '2027-03-05..2027-03-06' }),
];
